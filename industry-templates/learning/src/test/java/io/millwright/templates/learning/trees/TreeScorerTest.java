package io.millwright.templates.learning.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.millwright.templates.learning.boosting.BoostedTrees;
import io.millwright.templates.learning.boosting.BoostingOptions;
import io.millwright.templates.learning.boosting.Labelled;
import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.learning.boosting.Objective;
import io.millwright.templates.learning.boosting.Pace;
import io.millwright.templates.learning.boosting.RoundListener;
import io.millwright.templates.learning.boosting.Sampling;
import io.millwright.templates.learning.boosting.TreeShape;
import io.millwright.templates.learning.boosting.TreeTrainer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeScorerTest {
    private static final int COLUMNS = 12;

    /** Numbers, a category in the second column, and holes everywhere. */
    private static Labelled rows(int size, boolean categories, long seed) {
        Random random = new Random(seed);
        float[] cells = new float[size * COLUMNS];
        float[] labels = new float[size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                float value = column == 1 ? random.nextInt(9) : (float) random.nextGaussian();
                cells[row * COLUMNS + column] = random.nextInt(8) == 0 ? Float.NaN : value;
            }
            double odds = zero(cells[row * COLUMNS])
                    + (zero(cells[row * COLUMNS + 1]) % 3 - 1) * zero(cells[row * COLUMNS + 2]);
            labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
        }
        boolean[] categorical = new boolean[COLUMNS];
        categorical[1] = categories;
        return new Labelled(new Matrix(cells, size, COLUMNS, categorical), labels);
    }

    private static float zero(float value) {
        return Float.isNaN(value) ? 0 : value;
    }

    private static BoostedTrees grow(Labelled rows, int rounds, int depth, long seed, Objective objective)
            throws Exception {
        BoostingOptions options = BoostingOptions.of(
                        Pace.exactly(rounds, 0.1), new TreeShape(depth, 1, 1, 256), new Sampling(0.8, 0.7))
                .withSeed(seed)
                .withObjective(objective);
        return new TreeTrainer(options).train(rows, RoundListener.silent());
    }

    @Test
    void scoresAsTheLibraryDoes() throws Exception {
        for (Objective objective : Objective.values()) {
            for (int seed = 0; seed < 8; seed++) {
                boolean categories = seed % 2 == 0;
                Matrix fresh = rows(1_003, categories, 100 + seed).matrix();
                try (BoostedTrees trees = grow(rows(2_000, categories, seed), 40, 1 + seed % 7, seed, objective)) {
                    double[] library =
                            objective == Objective.LOGISTIC ? trees.probabilities(fresh) : trees.amounts(fresh);
                    TreeScorer scorer = trees.scorer();
                    assertThat(scorer.scores(fresh)).containsExactly(library, within(1e-6));
                    float[] one = Arrays.copyOfRange(fresh.cells(), 7 * COLUMNS, 8 * COLUMNS);
                    assertThat(scorer.score(one)).isEqualTo(scorer.scores(fresh)[7]);
                }
            }
        }
    }

    @Test
    void anAverageIsTheMeanOfTheLogOdds() throws Exception {
        Labelled rows = rows(2_000, true, 1);
        try (BoostedTrees one = grow(rows, 20, 4, 1, Objective.LOGISTIC);
                BoostedTrees two = grow(rows, 30, 4, 2, Objective.LOGISTIC);
                BoostedTrees both = BoostedTrees.average(List.of(one, two))) {
            double[] first = one.probabilities(rows.matrix());
            double[] second = two.probabilities(rows.matrix());
            double[] mean = both.probabilities(rows.matrix());
            for (int row = 0; row < mean.length; row++) {
                assertThat(odds(mean[row])).isCloseTo((odds(first[row]) + odds(second[row])) / 2, within(1e-4));
            }
            assertThat(both.rounds()).isEqualTo(50);
            assertThat(both.scorer().scores(rows.matrix())).containsExactly(mean, within(1e-6));
            float[] contributions = both.contributions(rows.matrix())[3];
            assertThat(contributions).hasSize(COLUMNS);
        }
    }

    @Test
    void damagedFilesAreRefused() throws Exception {
        try (BoostedTrees trees = grow(rows(200, false, 1), 3, 2, 1, Objective.LOGISTIC)) {
            byte[] file = AveragedTrees.average(List.of(bytes(trees)), List.of(3));
            for (int length = 1; length < file.length; length += 97) {
                byte[] cut = Arrays.copyOf(file, length);
                assertThatThrownBy(() -> TreeScorer.of(cut, 3)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    /** The figure of the README, in processor time; judged generously, since the machine may be busy. */
    @Test
    void takesMicrosecondsARow() throws Exception {
        Matrix many = rows(20_000, false, 3).matrix();
        try (BoostedTrees trees = grow(rows(4_000, false, 1), 1_000, 4, 1, Objective.LOGISTIC)) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            TreeScorer scorer = trees.scorer();
            double best = Double.POSITIVE_INFINITY;
            for (int turn = 0; turn < 12; turn++) {
                long started = threads.getCurrentThreadCpuTime();
                scorer.scores(many);
                best = Math.min(best, (threads.getCurrentThreadCpuTime() - started) / 1e3 / many.rows());
            }
            System.out.printf("1,000 trees of depth 4: %.1f microseconds a row%n", best);
            assertThat(best).isLessThan(30);
        }
    }

    private static byte[] bytes(BoostedTrees trees) throws Exception {
        var file = java.nio.file.Files.createTempFile("trees", ".ubj");
        trees.save(file);
        byte[] bytes = java.nio.file.Files.readAllBytes(file);
        java.nio.file.Files.delete(file);
        return bytes;
    }

    private static double odds(double probability) {
        return Math.log(probability / (1 - probability));
    }
}
