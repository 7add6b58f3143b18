package io.millwright.templates.learning.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.Report;
import io.millwright.templates.learning.report.Notes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The engine of these tests has no code for GPUs; what follows holds on a node with another one, too. */
final class TreeDeviceTest {

    private static final boolean CARD = Files.exists(Path.of("/dev/nvidia0"));

    @Test
    void withoutAGrantTreesGrowOnTheProcessor() {
        assertThat(TreeDevice.of(0)).isEqualTo(TreeDevice.PROCESSOR);
        assertThat(told(TreeDevice.of(0)))
                .isEqualTo(new Report.Note(Report.Note.Level.INFO, "Trees were grown on the processor."));
    }

    @Test
    void aGrantThatTheEngineCannotUseIsTold() throws Exception {
        TreeDevice device = TreeDevice.of(1);
        if (CARD && device.engineName().equals("cuda")) {
            return;
        }
        assertThat(device.engineName()).isEqualTo("cpu");
        Report.Note note = told(device);
        assertThat(note.level()).isEqualTo(Report.Note.Level.WARNING);
        assertThat(note.text()).startsWith("Trees were grown on the processor, although a GPU was granted");
        assertThat(grown(device)).isEqualTo(grown(TreeDevice.PROCESSOR));
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
        BoostingOptions options = new BoostingOptions(20, 0, 0.1, 3, 1, 0.8, 1, 1, 64, 5, TreeDevice.PROCESSOR);
        try (BoostedTrees trees =
                new TreeTrainer(options.on(device)).train(new Labelled(rows, labels), RoundListener.silent())) {
            return trees.probabilities(rows);
        }
    }
}
