package io.millwright.templates.fraud.mixture;

import io.millwright.templates.learning.calibration.Logistic;
import io.millwright.templates.learning.metrics.Ranking;

/** Chooses how much say a logistic regression has, on rows that neither it nor the trees have learnt from. */
public final class Weight {

    /** What a regression may have at most: with more, it lost on rows of other data what it had gained on those chosen by. */
    public static final double MOST = 0.5;

    private static final int STEPS = 5;
    /** Standard errors that the gain must have: by chance so much comes once in twenty times. */
    private static final double BEYOND_CHANCE = 1.645;
    /** Rows of the rarer sort below which a gain says nothing. */
    private static final int FEWEST = 30;

    private Weight() {}

    /**
     * 0 unless the best mixture has a smaller log loss by more than chance, and ranks better, too. Either is calibrated before they are
     * compared, as it will be in use, since trees are less sure of themselves than a regression.
     *
     * @param trees scores from 0 to 1
     * @param linear log odds of the same rows
     * @param labels 0 or 1
     */
    public static double choose(double[] trees, double[] linear, byte[] labels) {
        int positives = 0;
        for (byte label : labels) {
            positives += label;
        }
        if (Math.min(positives, labels.length - positives) < FEWEST) {
            return 0;
        }
        double[] alone = losses(trees, labels);
        double[] best = alone;
        double chosen = 0;
        for (int step = 1; step <= STEPS; step++) {
            double weight = MOST * step / STEPS;
            double[] losses = losses(Margins.mixed(trees, linear, weight), labels);
            if (gain(best, losses) > 0) {
                best = losses;
                chosen = weight;
            }
        }
        if (chosen == 0 || gain(alone, best) <= BEYOND_CHANCE * standardError(alone, best)) {
            return 0;
        }
        double mixed = new Ranking(Margins.mixed(trees, linear, chosen), labels).averagePrecision();
        return mixed > new Ranking(trees, labels).averagePrecision() ? chosen : 0;
    }

    private static double[] losses(double[] scores, byte[] labels) {
        double[] probabilities = Logistic.fit(scores, labels).probabilities(scores);
        double[] losses = new double[labels.length];
        for (int row = 0; row < losses.length; row++) {
            double right = labels[row] == 1 ? probabilities[row] : 1 - probabilities[row];
            losses[row] = -Math.log(Math.max(Double.MIN_NORMAL, right));
        }
        return losses;
    }

    /** Mean fall of the losses. */
    private static double gain(double[] before, double[] after) {
        double sum = 0;
        for (int row = 0; row < before.length; row++) {
            sum += before[row] - after[row];
        }
        return sum / before.length;
    }

    private static double standardError(double[] before, double[] after) {
        double mean = gain(before, after);
        double squares = 0;
        for (int row = 0; row < before.length; row++) {
            double distance = before[row] - after[row] - mean;
            squares += distance * distance;
        }
        return Math.sqrt(squares) / before.length;
    }
}
