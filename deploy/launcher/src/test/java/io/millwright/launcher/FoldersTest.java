package io.millwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    Path folder;

    @Test
    void aFolderAppearsOnlyWhenItIsWhole() {
        var target = folder.resolve("server");

        Folders.make(target, unfinished -> {
            assertThat(target).doesNotExist();
            Files.writeString(unfinished.resolve("file"), "whole");
        });

        assertThat(target.resolve("file")).hasContent("whole");
        assertThat(folder).isDirectoryNotContaining("glob:**.unfinished-*");
    }

    @Test
    void afterAFailureNothingIsLeft() {
        var target = folder.resolve("server");

        assertThatThrownBy(() -> Folders.make(target, unfinished -> {
                    Files.writeString(unfinished.resolve("half"), "half");
                    throw new IOException("no space left on device");
                }))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining(target.toString())
                .hasMessageContaining("no space left on device");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatAKilledRunLeftIsSwept() throws IOException {
        Files.createDirectories(folder.resolve("server" + Folders.UNFINISHED + "123/deep"));
        Files.writeString(folder.resolve("kept"), "");

        Folders.sweep(folder);

        assertThat(folder).isDirectoryContaining("glob:**kept");
        assertThat(folder).isDirectoryNotContaining("glob:**.unfinished-*");
    }

    @Test
    void deletingALinkLeavesWhatItLeadsTo() throws IOException {
        var precious = Files.createDirectories(folder.resolve("precious"));
        Files.writeString(precious.resolve("file"), "");
        var doomed = Files.createDirectories(folder.resolve("doomed"));
        Files.createSymbolicLink(doomed.resolve("link"), precious);

        Folders.delete(doomed);

        assertThat(precious.resolve("file")).exists();
    }

    @Test
    void onlyTheOwnerReadsWhatIsWritten() throws IOException {
        var file = folder.resolve("deep/secret");

        Folders.write(file, "text");

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
