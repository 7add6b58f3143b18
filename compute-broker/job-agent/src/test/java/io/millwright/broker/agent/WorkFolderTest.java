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
}
