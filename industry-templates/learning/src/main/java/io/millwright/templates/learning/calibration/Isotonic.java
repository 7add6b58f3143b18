package io.millwright.templates.learning.calibration;

import io.millwright.templates.learning.metrics.Order;
import java.util.Arrays;

/**
 * Rising steps of best fit (pool adjacent violators), joined by lines through their centres (Oron and Flournoy 2017), so
 * that different scores keep different probabilities.
 *
 * @param scores rising, from 0 to 1
 * @param probabilities for each of them, rising, from 0 to 1
 */
public record Isotonic(double[] scores, double[] probabilities) implements Calibration {

    /** Rows of the rarer sort from which the steps say more than chance. */
    static final int ENOUGH = 100;

    @Override
    public double probability(double score) {
        if (score <= scores[0]) {
            return probabilities[0];
        }
        if (score >= scores[scores.length - 1]) {
            return probabilities[probabilities.length - 1];
        }
        int above = Arrays.binarySearch(scores, score);
        if (above >= 0) {
            return probabilities[above];
        }
        above = -above - 1;
        double share = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
        return probabilities[above - 1] + share * (probabilities[above] - probabilities[above - 1]);
    }

    static Isotonic fit(double[] scores, byte[] labels) {
        int[] order = Order.ascending(scores);
        int size = order.length;
        double[] centre = new double[size];
        double[] hits = new double[size];
        double[] weight = new double[size];
        int blocks = 0;
        double positives = 0;
        for (int row : order) {
            centre[blocks] = scores[row];
            hits[blocks] = labels[row];
            weight[blocks] = 1;
            positives += labels[row];
            blocks++;
            while (blocks > 1 && hits[blocks - 2] * weight[blocks - 1] >= hits[blocks - 1] * weight[blocks - 2]) {
                int into = blocks - 2;
                double both = weight[into] + weight[into + 1];
                centre[into] = (centre[into] * weight[into] + centre[into + 1] * weight[into + 1]) / both;
                hits[into] += hits[into + 1];
                weight[into] = both;
                blocks--;
            }
        }
        return anchored(centre, hits, weight, blocks, positives / size);
    }

    /** Ends at (0, 0) and (1, 1); each block is drawn a little to the overall share, so that none is exactly 0 or 1. */
    private static Isotonic anchored(double[] centre, double[] hits, double[] weight, int blocks, double share) {
        double[] x = new double[blocks + 2];
        double[] y = new double[blocks + 2];
        int points = 1;
        for (int block = 0; block < blocks; block++) {
            double value = (hits[block] + share) / (weight[block] + 1);
            if (centre[block] > x[points - 1] && value > y[points - 1] && centre[block] < 1) {
                x[points] = centre[block];
                y[points] = value;
                points++;
            }
        }
        x[points] = 1;
        y[points] = 1;
        return new Isotonic(Arrays.copyOf(x, points + 1), Arrays.copyOf(y, points + 1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Isotonic that
                && Arrays.equals(scores, that.scores)
                && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(scores) + Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        return "Isotonic[" + scores.length + " points]";
    }
}
