package io.millwright.broker.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    @TempDir
    private Path folder;

    @Test
    void unpacksFoldersAndFiles() throws IOException {
        Archive.unpack(zip("classes/A.class"), Files.createDirectory(folder.resolve("to")));

        assertThat(folder.resolve("to/classes/A.class")).hasContent("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out", "a/../../out", "/../out"})
    void refusesEntriesThatPointOutside(String entry) throws IOException {
        Path archive = zip(entry);
        Path to = Files.createDirectory(folder.resolve("to"));

        assertThatThrownBy(() -> Archive.unpack(archive, to)).hasMessageContaining("points outside");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void refusesWhatIsNoArchive() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a zip");

        assertThatThrownBy(() -> Archive.unpack(file, folder)).isInstanceOf(IOException.class);
    }

    private Path zip(String entry) throws IOException {
        Path archive = folder.resolve("archive.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write('x');
        }
        return archive;
    }
}
