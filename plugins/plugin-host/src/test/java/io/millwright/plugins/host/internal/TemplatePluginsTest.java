package io.millwright.plugins.host.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.host.test.Templates;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pf4j.PluginState;

/** No template code runs in this process, whoever asks. */
class TemplatePluginsTest {

    @TempDir
    Path folder;

    @Test
    void pluginIsKnownAndCannotRun() throws Exception {
        Templates.pack(Templates.of(Templates.churn("1.0.0"), false), folder.resolve("churn.zip"));
        var plugins = new TemplatePlugins(folder);

        plugins.loadPlugins();

        var plugin = plugins.getPlugin("churn@1.0.0");
        assertThat(plugin.getPluginState()).isEqualTo(PluginState.RESOLVED);
        assertThat(plugin.getDescriptor().getVersion()).isEqualTo("1.0.0");
        assertThatThrownBy(() -> plugins.startPlugin("churn@1.0.0")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(plugins::startPlugins).isInstanceOf(UnsupportedOperationException.class);
        for (var name : new String[] {
            "a.Code",
            "java.lang.String",
            "org.springframework.context.ApplicationContext",
            "io.millwright.tenancy.Caller"
        }) {
            assertThatThrownBy(() -> plugin.getPluginClassLoader().loadClass(name))
                    .isInstanceOf(ClassNotFoundException.class);
        }
        assertThat(plugin.getPluginClassLoader().getResource("descriptor.json")).isNull();
    }
}
