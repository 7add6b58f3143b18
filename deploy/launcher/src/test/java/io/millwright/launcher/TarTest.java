package io.millwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();

    @Test
    void unpacksFoldersFilesLinksAndTheRightToExecute() throws IOException {
        entry("top/bin/", '5', "", "", 0755);
        entry("top/bin/run", '0', "echo", "", 0755);
        entry("top/data", '0', "x".repeat(513), "", 0644);
        entry("top/link", '2', "", "bin/run", 0777);

        unpack(1);

        assertThat(folder.resolve("bin/run")).hasContent("echo").isExecutable();
        assertThat(Files.size(folder.resolve("data"))).isEqualTo(513);
        assertThat(Files.isExecutable(folder.resolve("data"))).isFalse();
        assertThat(Files.readSymbolicLink(folder.resolve("link"))).isEqualTo(Path.of("bin/run"));
    }

    @Test
    void takesLongNamesOfBothKinds() throws IOException {
        var gnu = "gnu/" + "a".repeat(150);
        var posix = "posix/" + "b".repeat(150);
        entry("././@LongLink", 'L', gnu, "", 0644);
        entry("cut", '0', "1", "", 0644);
        var record = " path=" + posix + "\n";
        entry("PaxHeaders/x", 'x', (record.length() + 3) + record, "", 0644);
        entry("cut", '0', "2", "", 0644);

        unpack(0);

        assertThat(folder.resolve(gnu)).hasContent("1");
        assertThat(folder.resolve(posix)).hasContent("2");
    }

    @Test
    void refusesToLeaveItsFolder() throws IOException {
        entry("../outside", '0', "x", "", 0644);

        assertThatThrownBy(() -> unpack(0)).isInstanceOf(IOException.class).hasMessageContaining("../outside");
    }

    @Test
    void refusesLinksThatLeaveItsFolder() throws IOException {
        entry("link", '2', "", "../../etc", 0777);

        assertThatThrownBy(() -> unpack(0)).isInstanceOf(IOException.class).hasMessageContaining("../../etc");
    }

    @Test
    void anArchiveCutShortIsAnError() throws IOException {
        entry("file", '0', "x".repeat(2000), "", 0644);
        var cut = Arrays.copyOf(archive.toByteArray(), 1000);

        assertThatThrownBy(() -> Tar.unpack(new ByteArrayInputStream(cut), folder, 0))
                .isInstanceOf(EOFException.class);
    }

    private void unpack(int skip) throws IOException {
        archive.writeBytes(new byte[1024]);
        Tar.unpack(new ByteArrayInputStream(archive.toByteArray()), folder, skip);
    }

    private void entry(String name, char type, String content, String link, int mode) {
        var header = new byte[512];
        put(header, 0, name);
        put(header, 100, "%07o".formatted(mode));
        put(header, 124, "%011o".formatted(content.length()));
        header[156] = (byte) type;
        put(header, 157, link);
        put(header, 257, "ustar");
        archive.writeBytes(header);
        archive.writeBytes(content.getBytes(StandardCharsets.UTF_8));
        archive.writeBytes(new byte[(512 - content.length() % 512) % 512]);
    }

    private static void put(byte[] header, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
