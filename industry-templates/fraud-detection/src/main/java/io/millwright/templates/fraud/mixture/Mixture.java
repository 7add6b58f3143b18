package io.millwright.templates.fraud.mixture;

import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.learning.linear.LogisticModel;
import io.millwright.templates.learning.report.Notes;
import org.jspecify.annotations.Nullable;

/**
 * What a logistic regression adds to trees: log odds are {@code (1 - weight) · those of the trees + weight · those of the
 * regression}. A sum, so what moved the one and what moved the other add up to what moved both.
 *
 * @param weight from 0, where the trees speak alone, to {@link Weight#MOST}
 * @param linear none where the weight is 0
 */
public record Mixture(double weight, @Nullable LogisticModel linear) {

    /** The trees alone. */
    public static final Mixture NONE = new Mixture(0, null);

    public Mixture {
        if (!(weight >= 0 && weight < 1) || (weight > 0) != (linear != null)) {
            throw new IllegalArgumentException("a weight from 0 to less than 1 is needed, not " + weight);
        }
    }

    /**
     * The scores of both together, from 0 to 1.
     *
     * @param trees what the trees say of the rows, from 0 to 1; given back where they speak alone
     */
    public double[] scores(double[] trees, Matrix rows) {
        return linear == null ? trees : Margins.mixed(trees, linear.margins(rows), weight);
    }

    /**
     * How much each column moved each row's log odds.
     *
     * @param trees the same of the trees alone; changed and given back
     */
    public float[][] contributions(float[][] trees, Matrix rows) {
        if (linear == null) {
            return trees;
        }
        float[][] added = linear.contributions(rows);
        for (int row = 0; row < trees.length; row++) {
            for (int column = 0; column < trees[row].length; column++) {
                trees[row][column] = (float) ((1 - weight) * trees[row][column] + weight * added[row][column]);
            }
        }
        return trees;
    }

    /** Says in a report that a regression takes part. */
    public void tell(Notes notes) {
        if (linear != null) {
            notes.info(
                    "A logistic regression takes part beside the trees, with %s of the say: on rows that neither had learnt from, "
                            + "both together were better than trees alone by more than chance.",
                    Notes.percent(weight));
        }
    }
}
