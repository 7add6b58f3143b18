package io.millwright.broker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.Template;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a template can see, and what it cannot. */
class TemplateClassLoaderTest {

    @TempDir
    Path folder;

    private Path template;
    private Path engine;

    @BeforeEach
    void lay() throws IOException {
        template = folder.resolve("template");
        engine = Files.createDirectories(folder.resolve("engine"));
        Files.createDirectories(template.resolve("classes"));
        Files.writeString(
                engine.resolve("engine.properties"), "name=fast\nversion=1.0.0\nexports=fast.api, fast.more\n");
        jar(
                engine.resolve("lib/fast.jar"),
                "fast.api.Fast",
                "package fast.api; public class Fast { fast.inner.Secret s; }");
        jar(engine.resolve("lib/inner.jar"), "fast.inner.Secret", "package fast.inner; public class Secret {}");
    }

    @Test
    void templateSeesItselfAndItsLibraries() throws Exception {
        compile(template.resolve("classes"), "a.Own", "package a; public class Own {}");
        jar(template.resolve("lib/b.jar"), "b.Library", "package b; public class Library {}");

        var loader = open();

        assertThat(loader.loadClass("a.Own").getClassLoader()).isSameAs(loader);
        assertThat(loader.loadClass("b.Library").getClassLoader()).isSameAs(loader);
        assertThat(loader.loadClass("java.sql.Connection")).isNotNull();
    }

    @Test
    void templateSharesTheInterfaceAndNothingElseOfOurs() throws Exception {
        var loader = open();

        assertThat(loader.loadClass(Template.class.getName())).isSameAs(Template.class);
        for (var name : List.of(
                RunnerMain.class.getName(),
                "io.millwright.tenancy.Caller",
                "io.millwright.broker.agent.AgentMain",
                "org.springframework.context.ApplicationContext",
                "org.slf4j.Logger",
                Test.class.getName())) {
            assertThatThrownBy(() -> loader.loadClass(name))
                    .describedAs(name)
                    .isInstanceOf(ClassNotFoundException.class);
        }
        assertThat(loader.getResource(RunnerMain.class.getName().replace('.', '/') + ".class"))
                .isNull();
    }

    @Test
    void templateCannotReplaceTheInterface() throws Exception {
        var classes = template.resolve("classes");
        compile(
                classes,
                "io.millwright.plugins.api.OptionValues",
                "package io.millwright.plugins.api; public class OptionValues { public static final int FORGED = 1; }");
        compile(classes, "io.millwright.plugins.api.Extra", "package io.millwright.plugins.api; public class Extra {}");

        var loader = open();

        assertThat(loader.loadClass("io.millwright.plugins.api.OptionValues"))
                .isSameAs(io.millwright.plugins.api.OptionValues.class);
        assertThatThrownBy(() -> loader.loadClass("io.millwright.plugins.api.Extra"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void templateSeesWhatItsEngineExports() throws Exception {
        compile(template.resolve("classes"), "fast.api.Fast", "package fast.api; public class Fast {}");
        var loader = open(EngineClassLoader.open(engine));

        var exported = loader.loadClass("fast.api.Fast");

        assertThat(exported.getClassLoader()).isInstanceOf(EngineClassLoader.class);
        assertThat(exported.getDeclaredField("s").getType().getName()).isEqualTo("fast.inner.Secret");
        assertThatThrownBy(() -> loader.loadClass("fast.inner.Secret")).isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> open().loadClass("fast.inner.Secret")).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void engineSeesNeitherTemplateNorRunner() throws Exception {
        compile(template.resolve("classes"), "a.Own", "package a; public class Own {}");
        var loader = EngineClassLoader.open(engine);

        for (var name : List.of("a.Own", RunnerMain.class.getName(), Template.class.getName())) {
            assertThatThrownBy(() -> loader.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void exportsArePackagesAndNotBeginningsOfNames() throws Exception {
        var loader = EngineClassLoader.open(engine);
        assertThat(loader.exports("fast.api.Fast")).isTrue();
        assertThat(loader.exports("fast.more.deeper.Thing")).isTrue();
        assertThat(loader.exports("fast.apiary.Bee")).isFalse();
        assertThat(loader.exports("fast.inner.Secret")).isFalse();
    }

    private TemplateClassLoader open(EngineClassLoader... engines) throws IOException {
        return TemplateClassLoader.open(template, List.of(engines));
    }

    private void jar(Path jar, String name, String source) throws IOException {
        var classes = Files.createTempDirectory(folder, "classes-");
        compile(classes, name, source);
        Files.createDirectories(jar.getParent());
        var path = name.replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                var zip = new JarOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(path));
            Files.copy(classes.resolve(path), zip);
        }
    }

    /** Compiles a class; an engine's inner class is known to the compiler by a stub that is not kept. */
    private static void compile(Path folder, String name, String source) {
        var file = new Source(name, source);
        var stub = new Source("fast.inner.Secret", "package fast.inner; public class Secret {}");
        var sources = source.contains("fast.inner.Secret s") ? List.of(file, stub) : List.of(file);
        var compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-d", folder.toString(), "-proc:none", "-cp", ""), null, sources)
                .call();
        assertThat(compiled).describedAs(name).isTrue();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
