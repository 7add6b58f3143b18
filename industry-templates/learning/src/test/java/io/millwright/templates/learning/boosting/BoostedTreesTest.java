package io.millwright.templates.learning.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.millwright.templates.learning.metrics.Ranking;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoostedTreesTest {

    private static final BoostingOptions OPTIONS = BoostingOptions.of(
                    new Pace(60, 10, 0.1), new TreeShape(3, 1, 1, 256), new Sampling(0.8, 1))
            .withSeed(7);

    @TempDir
    Path folder;

    /** The outcome hangs on a number, on the category 3 or 5, and on whether the third column is missing. */
    private static Labelled rows(long seed) {
        Random random = new Random(seed);
        int size = 3_000;
        float[] cells = new float[size * 3];
        float[] labels = new float[size];
        for (int row = 0; row < size; row++) {
            int category = random.nextInt(8);
            boolean missing = random.nextInt(4) == 0;
            cells[row * 3] = random.nextFloat();
            cells[row * 3 + 1] = category;
            cells[row * 3 + 2] = missing ? Float.NaN : random.nextFloat();
            double odds = 4 * cells[row * 3] - 4 + (category == 3 || category == 5 ? 3 : 0) + (missing ? 2 : 0);
            labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
        }
        return new Labelled(new Matrix(cells, size, 3, new boolean[] {false, true, false}), labels);
    }

    @Test
    void learnsNumbersCategoriesAndMissingValues() throws Exception {
        List<Integer> rounds = new ArrayList<>();
        Labelled fresh = rows(2);
        try (BoostedTrees trees = new TreeTrainer(OPTIONS)
                .train(rows(1), fresh, (round, training, validation, precision) -> {
                    rounds.add(round);
                    assertThat(validation).isFinite();
                    assertThat(precision).isBetween(0.0, 1.0);
                })) {
            assertThat(new Ranking(trees.probabilities(fresh.matrix()), bytes(fresh.labels())).auc())
                    .isGreaterThan(0.85);
            assertThat(rounds).hasSizeGreaterThanOrEqualTo(trees.rounds()).startsWith(1, 2, 3);
        }
    }

    @Test
    void contributionsAddUpToTheLogOddsOfTheScore() throws Exception {
        Labelled rows = rows(1);
        try (BoostedTrees trees = new TreeTrainer(OPTIONS.withExactly(30)).train(rows, RoundListener.silent())) {
            double[] probabilities = trees.probabilities(rows.matrix());
            float[][] contributions = trees.contributions(rows.matrix());
            double offset = Double.NaN;
            for (int row = 0; row < 100; row++) {
                double sum = 0;
                for (float contribution : contributions[row]) {
                    sum += contribution;
                }
                double rest = Math.log(probabilities[row] / (1 - probabilities[row])) - sum;
                offset = row == 0 ? rest : offset;
                assertThat(rest).isCloseTo(offset, within(1e-3));
            }
        }
    }

    @Test
    void savedTreesPredictTheSame() throws Exception {
        Labelled rows = rows(1);
        Path file = folder.resolve("model.ubj");
        try (BoostedTrees trees = new TreeTrainer(OPTIONS).train(rows, rows(2), RoundListener.silent())) {
            trees.save(file);
            try (BoostedTrees loaded = BoostedTrees.load(file)) {
                assertThat(loaded.rounds()).isEqualTo(trees.rounds());
                assertThat(loaded.probabilities(rows.matrix())).isEqualTo(trees.probabilities(rows.matrix()));
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameTrees() throws Exception {
        assertThat(probabilities(OPTIONS)).isEqualTo(probabilities(OPTIONS));
    }

    @Test
    void canBeInterrupted() {
        assertThatThrownBy(() -> new TreeTrainer(OPTIONS).train(rows(1), (round, training, validation, precision) -> {
                    throw new InterruptedException();
                }))
                .isInstanceOf(InterruptedException.class);
    }

    private static double[] probabilities(BoostingOptions options) throws InterruptedException {
        try (BoostedTrees trees = new TreeTrainer(options).train(rows(1), rows(2), RoundListener.silent())) {
            return trees.probabilities(rows(3).matrix());
        }
    }

    private static byte[] bytes(float[] labels) {
        byte[] bytes = new byte[labels.length];
        for (int row = 0; row < labels.length; row++) {
            bytes[row] = (byte) labels[row];
        }
        return bytes;
    }
}
