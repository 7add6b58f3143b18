package io.millwright.templates.learning.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millwright.plugins.api.Report;
import io.millwright.templates.learning.report.Notes;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The engine of these tests has no code for GPUs; what follows holds on a node with another one, too. */
final class TreeDeviceTest {

    @Test
    void withoutAGrantTreesGrowOnTheProcessor() {
        assertThat(TreeDevice.of(0)).isEqualTo(TreeDevice.PROCESSOR);
        assertThat(told(TreeDevice.of(0)))
                .isEqualTo(new Report.Note(Report.Note.Level.INFO, "Trees were grown on the processor."));
    }

    @Test
    void aGrantThatTheEngineCannotUseIsTold() throws Exception {
        TreeDevice device = TreeDevice.of(1);
        assumeTrue(device.engineName().equals("cpu"), "skipped: the engine can use the GPU that is here");
        Report.Note note = told(device);
        assertThat(note.level()).isEqualTo(Report.Note.Level.WARNING);
        assertThat(note.text())
                .startsWith("Trees were grown on the processor, although a GPU was granted")
                .contains("(Unknown tree updater grow_gpu_hist).");
        assertThat(grown(device)).isEqualTo(grown(TreeDevice.PROCESSOR));
    }

    @Test
    void optionsKeepTheirDevice() {
        TreeDevice gpu = TreeDevice.gpu("a GPU");
        BoostingOptions options = BoostingOptions.of(
                        new Pace(20, 5, 0.1), new TreeShape(3, 1, 1, 64), new Sampling(0.8, 1))
                .withSeed(5);
        Labelled rows = new Labelled(new Matrix(new float[] {1, 2}, 2, 1), new float[] {0, 1});

        assertThat(options.parameters(rows)).containsEntry("device", "cpu");
        assertThat(options.on(gpu)
                        .withExactly(7)
                        .withSeed(8)
                        .withObjective(Objective.SQUARED_ERROR)
                        .parameters(rows))
                .containsEntry("device", "cuda");
    }

    @Test
    void aGpuForNothingIsTold() {
        Notes notes = new Notes();
        TreeDevice.tellUnused(0, notes);
        assertThat(notes.all()).isEmpty();
        TreeDevice.tellUnused(1, notes);
        assertThat(notes.all()).extracting(Report.Note::level).containsExactly(Report.Note.Level.WARNING);
    }

    private static Report.Note told(TreeDevice device) {
        Notes notes = new Notes();
        device.tell(notes);
        return notes.all().getFirst();
    }

    private static double[] grown(TreeDevice device) throws InterruptedException {
        Random random = new Random(3);
        float[] cells = new float[400];
        float[] labels = new float[200];
        for (int row = 0; row < labels.length; row++) {
            cells[2 * row] = random.nextFloat();
            cells[2 * row + 1] = random.nextFloat();
            labels[row] = cells[2 * row] > 0.6 ? 1 : 0;
        }
        Matrix rows = new Matrix(cells, labels.length, 2, new boolean[2]);
        BoostingOptions options = BoostingOptions.of(
                        Pace.exactly(20, 0.1), new TreeShape(3, 1, 1, 64), new Sampling(0.8, 1))
                .withSeed(5);
        try (BoostedTrees trees =
                new TreeTrainer(options.on(device)).train(new Labelled(rows, labels), RoundListener.silent())) {
            return trees.probabilities(rows);
        }
    }
}
