package io.millwright.broker.runner;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints on their way from one attempt to the next. */
class CheckpointAttemptTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private AttemptRig rig;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        rig = new AttemptRig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void whatOneAttemptSavedTheNextFinds() throws Exception {
        rig.deed("checkpoint_wait").start();
        await().atMost(PATIENCE).until(() -> rig.gateway.checkpoints.stream()
                .anyMatch(saved -> content(saved).equals("step 3")));
        assertThat(rig.gateway.toldBeforeCheckpoint).contains("begins");
        rig.gateway.fenced = true;
        await().atMost(PATIENCE).until(() -> rig.leftOver().isEmpty());
        rig.gateway.fenced = false;
        rig.gateway.events.clear();

        rig.gateway.serve("inputs/checkpoint", "input.checkpoint", rig.gateway.checkpoints.getLast());
        rig.deed("checkpoint").run();

        assertThat(rig.message()).isEmpty();
        assertThat(rig.gateway.texts("log")).contains("goes on after 1 file: step 3");
        assertThat(rig.gateway.outputs).containsOnlyKeys("model/model.txt", "report.json");
    }

    @Test
    void whatCannotBeUnpackedIsLeftOut() {
        rig.gateway.serve("inputs/checkpoint", "input.checkpoint", "no archive".getBytes(StandardCharsets.UTF_8));

        rig.deed("checkpoint").run();

        assertThat(rig.message()).isEmpty();
        assertThat(rig.gateway.texts("log"))
                .contains("begins")
                .anyMatch(line -> line.startsWith("(the checkpoint cannot be used: "));
    }

    @Test
    void tooMuchIsRefusedWhereItIsSaved() {
        rig.deed("big_checkpoint").run();

        assertThat(rig.message()).isEmpty();
        assertThat(rig.gateway.texts("log")).anyMatch(line -> line.contains("a checkpoint has at most 268,435,456"));
        assertThat(rig.gateway.checkpoints).isEmpty();
    }

    private static String content(byte[] archive) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            assertThat(requireNonNull(zip.getNextEntry()).getName()).isEqualTo("state.txt");
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
