package io.millwright.templates.learning.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millwright.templates.learning.metrics.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds on a GPU; skipped where there is none, or the engine on the class path has no code for it. */
final class OnGpuTest {

    private static final int COLUMNS = 6;
    private static final int CATEGORIES = 9;

    private static TreeDevice device = TreeDevice.PROCESSOR;

    @BeforeAll
    static void needsAGpu() {
        device = TreeDevice.of(1);
        assumeTrue(device.engineName().equals("cuda"), "skipped: the engine found no GPU that it can use");
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameTrees(Objective objective) throws Exception {
        Matrix fresh = rows(2, objective).matrix();
        assertThat(scores(options(objective, 1), objective, fresh))
                .isEqualTo(scores(options(objective, 1), objective, fresh))
                .isNotEqualTo(scores(options(objective, 2), objective, fresh));
    }

    @Test
    void isAsGoodAsTheProcessor() throws Exception {
        Labelled fresh = rows(2, Objective.LOGISTIC);
        byte[] labels = new byte[fresh.labels().length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = (byte) fresh.labels()[row];
        }
        BoostingOptions options = options(Objective.LOGISTIC, 1);
        double gpu = new Ranking(scores(options, Objective.LOGISTIC, fresh.matrix()), labels).auc();
        double processor =
                new Ranking(scores(options.on(TreeDevice.PROCESSOR), Objective.LOGISTIC, fresh.matrix()), labels).auc();
        assertThat(gpu).isGreaterThan(0.8).isCloseTo(processor, within(0.01));
    }

    @ParameterizedTest
    @EnumSource
    void scoresWithoutTheEngineAreEqual(Objective objective) throws Exception {
        Labelled fresh = rows(2, objective);
        try (BoostedTrees one = grown(options(objective, 1), objective);
                BoostedTrees two = grown(options(objective, 2), objective);
                BoostedTrees mean = BoostedTrees.average(List.of(one, two))) {
            for (BoostedTrees trees : List.of(one, mean)) {
                double[] engine = predicted(trees, objective, fresh.matrix());
                assertThat(trees.scorer().scores(fresh.matrix())).containsExactly(engine, within(1e-6));
            }
        }
    }

    @Test
    void explainsAlikeEachTime() throws Exception {
        Matrix fresh = rows(2, Objective.LOGISTIC).matrix();
        BoostingOptions options = options(Objective.LOGISTIC, 1);
        try (BoostedTrees one = grown(options, Objective.LOGISTIC);
                BoostedTrees two = grown(options, Objective.LOGISTIC)) {
            assertThat(one.contributions(fresh)).isDeepEqualTo(two.contributions(fresh));
        }
    }

    @Test
    void boostersGrowSideBySide() throws Exception {
        Matrix fresh = rows(2, Objective.LOGISTIC).matrix();
        double[] alone = scores(options(Objective.LOGISTIC, 1), Objective.LOGISTIC, fresh);
        List<double[]> together = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<double[]>> same = new ArrayList<>();
            for (int booster = 0; booster < 16; booster++) {
                same.add(() -> scores(options(Objective.LOGISTIC, 1), Objective.LOGISTIC, fresh));
            }
            for (var done : threads.invokeAll(same)) {
                together.add(done.get());
            }
        }
        assertThat(together).allSatisfy(scores -> assertThat(scores).isEqualTo(alone));
    }

    private static BoostingOptions options(Objective objective, long seed) {
        return new BoostingOptions(
                Pace.exactly(80, 0.1), new TreeShape(5, 1, 1, 256), new Sampling(0.7, 0.6), seed, device, objective);
    }

    private static BoostedTrees grown(BoostingOptions options, Objective objective) throws InterruptedException {
        return new TreeTrainer(options).train(rows(1, objective), rows(3, objective), RoundListener.silent());
    }

    private static double[] scores(BoostingOptions options, Objective objective, Matrix fresh)
            throws InterruptedException {
        try (BoostedTrees trees = grown(options, objective)) {
            return predicted(trees, objective, fresh);
        }
    }

    private static double[] predicted(BoostedTrees trees, Objective objective, Matrix rows) {
        return objective == Objective.LOGISTIC ? trees.probabilities(rows) : trees.amounts(rows);
    }

    /** Numbers, gaps and a column of categories. */
    private static Labelled rows(long seed, Objective objective) {
        Random random = new Random(seed);
        int count = 3_000;
        float[] cells = new float[count * COLUMNS];
        float[] labels = new float[count];
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < COLUMNS - 1; column++) {
                cells[row * COLUMNS + column] = random.nextInt(20) == 0 ? Float.NaN : (float) random.nextGaussian();
            }
            int category = random.nextInt(CATEGORIES);
            cells[row * COLUMNS + COLUMNS - 1] = category;
            float first = cells[row * COLUMNS];
            double signal =
                    (Float.isNaN(first) ? 0.5 : first) + (category % 3 == 0 ? 1 : -0.5) + random.nextGaussian() / 2;
            labels[row] = objective == Objective.LOGISTIC ? (signal > 0 ? 1 : 0) : (float) signal;
        }
        boolean[] categorical = new boolean[COLUMNS];
        categorical[COLUMNS - 1] = true;
        return new Labelled(new Matrix(cells, count, COLUMNS, categorical), labels);
    }
}
