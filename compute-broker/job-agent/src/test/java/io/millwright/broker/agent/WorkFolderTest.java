package io.millwright.broker.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

    @TempDir
    private Path parent;

    @Test
    void isTheAttemptsAlone() throws IOException {
        try (var first = WorkFolder.open(parent, "a-1")) {
            assertThat(first.scratch()).isEmptyDirectory();
            assertThatThrownBy(() -> WorkFolder.open(parent, "a-1")).hasMessageContaining("another agent");
            try (var second = WorkFolder.open(parent, "b-1")) {
                assertThat(second.outputs()).isNotEqualTo(first.outputs());
            }
        }
        assertThat(parent.resolve("a-1")).doesNotExist();
    }

    @Test
    void removesWhatAnEndedAgentLeft() throws IOException {
        Files.createDirectories(parent.resolve("dead-1/scratch"));
        Files.createFile(parent.resolve("dead-1.lock"));

        WorkFolder.open(parent, "a-1").close();

        assertThat(parent.resolve("dead-1")).doesNotExist();
        assertThat(parent.resolve("dead-1.lock")).doesNotExist();
    }

    @Test
    void triesAgainWhatCouldNotBeRemoved() throws IOException {
        // a path longer than the kernel takes: nobody can remove what lies at its end
        String name = "d".repeat(200);
        Path inner = Files.createDirectory(parent.resolve("inner"));
        Files.createDirectories(inner.resolve((name + "/").repeat(10)));
        Path end = parent.resolve("dead-1/" + (name + "/").repeat(15));
        Files.createDirectories(end);
        Files.move(inner, end.resolve("inner"));
        Files.createFile(parent.resolve("dead-1.lock"));

        WorkFolder.open(parent, "a-1").close();
        assertThat(parent.resolve("dead-1.lock")).exists();

        Files.move(end.resolve("inner"), inner);
        WorkFolder.open(parent, "a-1").close();
        assertThat(parent.resolve("dead-1")).doesNotExist();
        assertThat(parent.resolve("dead-1.lock")).doesNotExist();
    }
}
