package io.millwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code template try} refuses, before it signs anything. */
class TemplateCommandTest {

    @TempDir
    Path folder;

    private TemplateCommand command = new TemplateCommand(null);

    @BeforeEach
    void aWorld() {
        var settings = Settings.of(
                folder, Map.of("MILLWRIGHT_HOME", folder.resolve("home").toString()));
        command = new TemplateCommand(new World(settings, new Ports(Ports.DEFAULT_BASE), null));
    }

    @Test
    void otherWordsGetTheUsage() {
        assertThatThrownBy(() -> command.run(List.of("sign"))).hasMessageContaining("template try");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        refused(folder.resolve("none.zip"), "There is no file", "mvn package");
    }

    @Test
    void aZipWithoutADescriptorIsNoTemplate() throws IOException {
        refused(zip(Map.of("plugin.properties", "plugin.id=a\nplugin.version=1.0.0\n")), "is no template");
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() throws IOException {
        var archive =
                zip(Map.of("descriptor.json", "{}", "plugin.properties", "plugin.id=../../a\nplugin.version=1.0.0\n"));
        refused(archive, "names itself");
    }

    private void refused(Path archive, String... words) {
        assertThatThrownBy(() -> command.run(List.of("try", archive.toString())))
                .isInstanceOf(LauncherException.class)
                .hasMessageContainingAll(words);
        assertThat(folder.resolve("home/templates")).doesNotExist();
    }

    private Path zip(Map<String, String> entries) throws IOException {
        var archive = folder.resolve("archive.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes());
            }
        }
        return archive;
    }
}
