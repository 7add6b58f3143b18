package io.millwright.templates.maintenance.failure;

import io.millwright.templates.learning.boosting.BoostedTrees;
import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.learning.calibration.Calibration;
import io.millwright.templates.learning.trees.TreeScorer;
import java.util.List;

/**
 * Says how probable a failure is, and of which sort it would be. Holds native memory: close after use.
 *
 * @param any trees for a failure of any sort
 * @param scorer the same trees in the JVM
 * @param sorts trees for each sort of failure against the others, among failures; empty where there is one
 */
record FailureModel(BoostedTrees any, TreeScorer scorer, Calibration calibration, List<BoostedTrees> sorts)
        implements AutoCloseable {

    FailureModel {
        sorts = List.copyOf(sorts);
    }

    static FailureModel of(BoostedTrees any, Calibration calibration, List<BoostedTrees> sorts) {
        return new FailureModel(any, any.scorer(), calibration, sorts);
    }

    /** Calibrated probabilities, by the same code for one row and for many. */
    double[] probabilities(Matrix matrix) {
        return calibration.probabilities(scorer.scores(matrix));
    }

    /** For each row the share of each sort among failures. */
    double[][] shares(Matrix matrix) {
        return shares(sorts.stream().map(BoostedTrees::scorer).toList(), matrix);
    }

    static double[][] shares(List<TreeScorer> sorts, Matrix matrix) {
        double[][] shares = new double[matrix.rows()][sorts.size()];
        for (int sort = 0; sort < sorts.size(); sort++) {
            double[] scores = sorts.get(sort).scores(matrix);
            for (int row = 0; row < scores.length; row++) {
                shares[row][sort] = scores[row];
            }
        }
        for (double[] row : shares) {
            double sum = 0;
            for (double share : row) {
                sum += share;
            }
            for (int sort = 0; sort < row.length; sort++) {
                row[sort] = sum > 0 ? row[sort] / sum : 1.0 / row.length;
            }
        }
        return shares;
    }

    @Override
    public void close() {
        any.close();
        sorts.forEach(BoostedTrees::close);
    }
}
