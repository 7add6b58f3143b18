package io.millwright.templates.learning.conformal;

import io.millwright.templates.learning.metrics.Order;
import java.util.Arrays;

/**
 * Prediction intervals whose width depends on the estimate: held-out errors are sorted into bins of like estimates, and each
 * bin's quantiles of the errors, with the correction for finite samples, are its limits (split conformal prediction, Vovk
 * 2005; Mondrian bins by estimate, Boström and Johansson 2020). Between the middles of bins the limits go along straight lines.
 *
 * @param estimates middles of the bins, ascending
 * @param lower for each bin what is added to the estimate for the lower limit
 * @param upper likewise for the upper limit
 */
public record BinnedIntervals(double[] estimates, double[] lower, double[] upper) {

    private static final int MOST_BINS = 10;
    private static final int LEAST_IN_BIN = 50;

    /**
     * Learns the limits.
     *
     * @param estimated estimates on rows that were held out, at least one
     * @param truths what came out, as many
     * @param level share of truths that shall lie within, 0 to 1
     */
    public static BinnedIntervals fit(double[] estimated, double[] truths, double level) {
        if (estimated.length == 0 || estimated.length != truths.length || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "as many truths as estimates are needed, at least one, and a level in (0, 1)");
        }
        int[] order = Order.ascending(estimated);
        int bins = Math.clamp(estimated.length / LEAST_IN_BIN, 1, MOST_BINS);
        double[] middles = new double[bins];
        double[] lower = new double[bins];
        double[] upper = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            int from = (int) ((long) bin * order.length / bins);
            int to = (int) ((long) (bin + 1) * order.length / bins);
            double[] errors = new double[to - from];
            double sum = 0;
            for (int at = from; at < to; at++) {
                sum += estimated[order[at]];
                errors[at - from] = truths[order[at]] - estimated[order[at]];
            }
            Arrays.sort(errors);
            middles[bin] = sum / errors.length;
            lower[bin] = rank(errors, (1 - level) / 2 * (errors.length + 1) - 1);
            upper[bin] = rank(errors, (1 + level) / 2 * (errors.length + 1) - 1);
        }
        return new BinnedIntervals(middles, lower, upper);
    }

    public double lower(double estimate) {
        return estimate + between(estimate, lower);
    }

    public double upper(double estimate) {
        return estimate + between(estimate, upper);
    }

    private double between(double estimate, double[] limits) {
        int after = 0;
        while (after < estimates.length && estimates[after] < estimate) {
            after++;
        }
        if (after == 0 || after == estimates.length) {
            return limits[after == 0 ? 0 : after - 1];
        }
        double width = estimates[after] - estimates[after - 1];
        double share = width == 0 ? 0 : (estimate - estimates[after - 1]) / width;
        return limits[after - 1] + share * (limits[after] - limits[after - 1]);
    }

    /** The value at a rank that need not be whole; outermost ones beyond the ends. */
    private static double rank(double[] sorted, double rank) {
        double inside = Math.clamp(rank, 0, sorted.length - 1.0);
        int below = (int) Math.floor(inside);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (inside - below) * (sorted[above] - sorted[below]);
    }
}
