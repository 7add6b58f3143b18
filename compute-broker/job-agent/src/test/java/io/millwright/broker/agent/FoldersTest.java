package io.millwright.broker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that a template has closed; what a privileged user sees of them is the same as ever. */
class FoldersTest {

    @TempDir
    private Path parent;

    private Path folder;
    private Path closed;

    @BeforeEach
    void closeSome() throws IOException {
        folder = parent.resolve("scratch");
        closed = Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(closed.resolve("file"), "text");
        for (var each : new String[] {"list", "enter"}) {
            Files.writeString(Files.createDirectories(folder.resolve(each)).resolve("file"), "text");
        }
        permit(folder.resolve("list"), "r--------");
        permit(folder.resolve("enter"), "--x------");
        permit(closed, "---------");
        permit(closed.getParent(), "---------");
    }

    @AfterEach
    void clear() {
        Folders.remove(folder);
    }

    @Test
    void areRemoved() {
        Folders.remove(folder);

        assertThat(folder).doesNotExist();
    }

    @Test
    void areRemovedWithoutFollowingLinks() throws IOException {
        Path other = Files.createDirectory(parent.resolve("other"));
        permit(other, "r-x------");
        Files.createSymbolicLink(folder.resolve("link"), other);

        Folders.remove(folder);

        assertThat(folder).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(other)))
                .isEqualTo("r-x------");
    }

    @Test
    void areNoticedWhenMeasured() throws IOException {
        assertThat(Folders.use(folder).hidden()).isEqualTo(!Files.isReadable(closed.getParent()));
        assertThat(Folders.use(folder.resolve("missing")).hidden()).isFalse();
    }

    private static void permit(Path folder, String permissions) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }
}
