package io.millwright.templates.maintenance.life;

import io.millwright.templates.learning.boosting.BoostedTrees;
import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.learning.trees.TreeScorer;
import io.millwright.templates.maintenance.features.Frame;
import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.List;

/**
 * Estimates the remaining life of machines. Holds native memory: close after use.
 *
 * @param cut estimates go no further than this; more remaining life looks the same
 * @param members explain estimates
 * @param scorers make estimates, quicker than the engine does
 */
public record LifeModel(Frame frame, double cut, List<BoostedTrees> members, List<TreeScorer> scorers)
        implements AutoCloseable {

    public LifeModel {
        members = List.copyOf(members);
        scorers = List.copyOf(scorers);
    }

    /** Of trees, which also score in the JVM. */
    public static LifeModel of(Frame frame, double cut, List<BoostedTrees> members) {
        return new LifeModel(
                frame, cut, members, members.stream().map(BoostedTrees::scorer).toList());
    }

    /** Features of a machine's rows, as if it had been watched from a row on. */
    public Matrix matrix(Fleet fleet, int from, int to) {
        return new Matrix(frame.rows(fleet, from, to), to - from, frame.width());
    }

    /** Remaining life at each row, from 0 to the cut. */
    public double[] estimate(Matrix matrix) {
        double[] mean = new double[matrix.rows()];
        for (TreeScorer scorer : scorers) {
            double[] amounts = scorer.scores(matrix);
            for (int row = 0; row < mean.length; row++) {
                mean[row] += amounts[row] / scorers.size();
            }
        }
        for (int row = 0; row < mean.length; row++) {
            mean[row] = Math.clamp(mean[row], 0, cut);
        }
        return mean;
    }

    /** How much each feature moved each estimate, averaged over the members. */
    public float[][] contributions(Matrix matrix) {
        float[][] mean = new float[matrix.rows()][matrix.columns()];
        for (BoostedTrees member : members) {
            float[][] one = member.contributions(matrix);
            for (int row = 0; row < mean.length; row++) {
                for (int column = 0; column < matrix.columns(); column++) {
                    mean[row][column] += one[row][column] / members.size();
                }
            }
        }
        return mean;
    }

    @Override
    public void close() {
        members.forEach(BoostedTrees::close);
    }
}
