package io.millwright.templates.learning.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmountTreesTest {

    private static final BoostingOptions OPTIONS = BoostingOptions.of(
                    new Pace(300, 20, 0.1), new TreeShape(4, 1, 1, 256), new Sampling(0.8, 1))
            .withSeed(7)
            .withObjective(Objective.SQUARED_ERROR);

    @TempDir
    Path folder;

    /** 100 + 30 x - 20 (y > .5) with noise of 2. */
    private static Labelled rows(long seed) {
        Random random = new Random(seed);
        int size = 3_000;
        float[] cells = new float[size * 2];
        float[] labels = new float[size];
        for (int row = 0; row < size; row++) {
            cells[row * 2] = random.nextFloat();
            cells[row * 2 + 1] = random.nextFloat();
            labels[row] = (float)
                    (100 + 30 * cells[row * 2] - (cells[row * 2 + 1] > 0.5 ? 20 : 0) + 2 * random.nextGaussian());
        }
        return new Labelled(new Matrix(cells, size, 2), labels);
    }

    @Test
    void errorsComeDownToTheNoiseAndGrowthStopsEarly() throws Exception {
        double[] last = new double[1];
        Labelled fresh = rows(2);
        try (BoostedTrees trees = new TreeTrainer(OPTIONS)
                .train(rows(1), fresh, (round, training, validation, none) -> {
                    last[0] = validation;
                    assertThat(none).isNaN();
                })) {
            assertThat(trees.rounds()).isLessThan(300);
            assertThat(rootMeanSquare(trees.amounts(fresh.matrix()), fresh.labels()))
                    .isCloseTo(2, within(0.25));
            assertThat(last[0]).isCloseTo(2, within(0.3));
        }
    }

    @Test
    void savedTreesPredictTheSameAndContributionsAddUp() throws Exception {
        Labelled rows = rows(1);
        Path file = folder.resolve("amounts.ubj");
        try (BoostedTrees trees = new TreeTrainer(OPTIONS.withExactly(40)).train(rows, RoundListener.silent())) {
            trees.save(file);
            double[] amounts = trees.amounts(rows.matrix());
            float[][] contributions = trees.contributions(rows.matrix());
            for (int row = 0; row < 50; row++) {
                assertThat(contributions[row][0] + contributions[row][1] + mean(amounts))
                        .isCloseTo(amounts[row], within(0.5));
            }
            try (BoostedTrees loaded = BoostedTrees.load(file)) {
                assertThat(loaded.amounts(rows.matrix())).isEqualTo(amounts);
            }
        }
    }

    /** Rows that count nothing change nothing; a row that counts twice is like two rows. */
    @Test
    void weightsSayHowMuchRowsCount() throws Exception {
        Labelled rows = rows(1);
        float[] labels = rows.labels().clone();
        float[] weights = new float[labels.length];
        for (int row = 0; row < labels.length; row++) {
            weights[row] = row % 3 == 0 ? 0 : 1;
            labels[row] = row % 3 == 0 ? 1e6f : labels[row];
        }
        Labelled weighted = new Labelled(rows.matrix(), labels, weights);
        try (BoostedTrees trees = new TreeTrainer(OPTIONS.withExactly(100)).train(weighted, RoundListener.silent())) {
            Labelled fresh = rows(2);
            assertThat(rootMeanSquare(trees.amounts(fresh.matrix()), fresh.labels()))
                    .isLessThan(3);
        }
    }

    @Test
    void anAverageOfSeedsDiffersFromEachOfThem() throws Exception {
        Labelled rows = rows(1);
        try (BoostedTrees one = new TreeTrainer(OPTIONS.withExactly(10)).train(rows, RoundListener.silent());
                BoostedTrees two =
                        new TreeTrainer(OPTIONS.withExactly(10).withSeed(8)).train(rows, RoundListener.silent())) {
            assertThat(one.amounts(rows.matrix())).isNotEqualTo(two.amounts(rows.matrix()));
        }
    }

    @Test
    void asManyWeightsAsRows() {
        Matrix matrix = new Matrix(new float[2], 2, 1);
        assertThatThrownBy(() -> new Labelled(matrix, new float[2], new float[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 weights");
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double rootMeanSquare(double[] amounts, float[] labels) {
        double sum = 0;
        for (int row = 0; row < amounts.length; row++) {
            sum += (amounts[row] - labels[row]) * (amounts[row] - labels[row]);
        }
        return Math.sqrt(sum / amounts.length);
    }
}
