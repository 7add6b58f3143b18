package io.millwright.templates.fraud.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.testkit.RecordingProgress;
import io.millwright.templates.fraud.features.Feature;
import io.millwright.templates.fraud.features.FeatureTable;
import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.fraud.mixture.Weight;
import io.millwright.templates.learning.boosting.BoostingOptions;
import io.millwright.templates.learning.boosting.Pace;
import io.millwright.templates.learning.boosting.Sampling;
import io.millwright.templates.learning.boosting.TreeShape;
import io.millwright.templates.learning.report.Notes;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much say a regression is given on a smooth table, where it deserves some. */
class FoldEvaluationTest {

    private static final int ROWS = 2_500;
    private static final int COLUMNS = 3;

    @Test
    void allFoldsTellTheWeight() throws Exception {
        FeatureTable table = smooth();
        Evaluation evaluation = judged(table, FoldEvaluation.EVERY_FOLD);
        assertThat(evaluation.linearWeight()).isBetween(0.1, Weight.MOST);
        assertThat(evaluation.test().rows()).hasSize(ROWS);
        assertThat(evaluation.test().ranking().auc()).isGreaterThan(0.88);
    }

    /** The one fold that is judged may hold anything: neither the weight nor the number of trees looks at it. */
    @Test
    void aFoldJudgedAloneIsNotChosenBy() throws Exception {
        FeatureTable table = smooth();
        Evaluation evaluation = judged(table, FoldEvaluation.FIRST_FOLD);
        assertThat(evaluation.linearWeight()).isBetween(0.1, Weight.MOST);
        int[] rows = evaluation.test().rows();
        assertThat(rows).hasSize(ROWS / 5);

        Random random = new Random(8);
        for (int row : rows) {
            for (float[] column : table.columns()) {
                column[row] = random.nextFloat();
            }
        }
        Evaluation blind = judged(table, FoldEvaluation.FIRST_FOLD);
        assertThat(blind.test().rows()).isEqualTo(rows);
        assertThat(blind.linearWeight()).isEqualTo(evaluation.linearWeight());
        assertThat(blind.rounds()).isEqualTo(evaluation.rounds());
        assertThat(blind.test().ranking().auc())
                .isLessThan(evaluation.test().ranking().auc() - 0.2);
    }

    private static Evaluation judged(FeatureTable table, int folds) throws InterruptedException {
        BoostingOptions options =
                BoostingOptions.of(new Pace(60, 20, 0.1), new TreeShape(3, 5, 1, 64), new Sampling(0.8, 0.8));
        return new FoldEvaluation(new Learner(table, options, 1), 1, folds, new Notes(), new RecordingProgress()).run();
    }

    private static FeatureTable smooth() {
        Random random = new Random(2);
        float[][] columns = new float[COLUMNS][ROWS];
        Transactions all = new Transactions(ROWS, new float[0][]);
        Arrays.fill(all.time, Transactions.NO_TIME);
        Arrays.fill(all.owner, Transactions.NOBODY);
        for (int row = 0; row < ROWS; row++) {
            double margin = -2;
            for (int column = 0; column < COLUMNS; column++) {
                columns[column][row] = (float) random.nextGaussian();
                margin += 1.6 * columns[column][row];
            }
            all.fileRow[row] = row;
            all.label[row] = (byte) (random.nextDouble() < 1 / (1 + Math.exp(-margin)) ? 1 : 0);
        }
        List<Feature> features = IntStream.range(0, COLUMNS)
                .mapToObj(number -> "column" + number)
                .map(name -> new Feature(name, name, name, value -> name))
                .toList();
        return new FeatureTable(features, columns, all);
    }
}
