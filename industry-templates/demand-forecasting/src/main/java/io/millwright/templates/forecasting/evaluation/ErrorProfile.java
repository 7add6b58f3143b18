package io.millwright.templates.forecasting.evaluation;

import java.util.Arrays;

/** How large errors typically are at each step ahead. */
final class ErrorProfile {

    private static final int BLOCKS = 6;
    private static final double LEAST = 1e-9;
    /** Errors of a sum of unknown trends grow like this; nothing that is forecast grows faster for long. */
    private static final double STEEPEST = 1;

    private final int block;
    private final double[] blockSums;
    private final double[] sums;
    private final double[] counts;

    ErrorProfile(int horizon) {
        block = Math.max(1, (horizon + BLOCKS - 1) / BLOCKS);
        blockSums = new double[horizon];
        sums = new double[horizon];
        counts = new double[horizon];
    }

    void add(int step, double size) {
        blockSums[step / block] += size;
        sums[step] += size;
        counts[step]++;
    }

    /** Whether no forecast erred, but for rounding. */
    boolean none() {
        return Arrays.stream(sums).sum() <= LEAST * Arrays.stream(counts).sum();
    }

    /** Means over blocks of steps, which many errors can tell. */
    double[] blocks() {
        double[] count = new double[counts.length];
        for (int step = 0; step < counts.length; step++) {
            count[step / block] += counts[step];
        }
        double[] profile = new double[counts.length];
        for (int step = 0; step < profile.length; step++) {
            profile[step] = Math.max(blockSums[step / block] / Math.max(1, count[step / block]), LEAST);
        }
        return profile;
    }

    /**
     * A power of the step with the mean of the errors: flat for noise, the root for a random walk, a line for a trend that is not
     * known. Two figures instead of one for each block, since few errors tell no more; by least squares of logarithms.
     */
    double[] power() {
        double[] means = new double[sums.length];
        for (int step = 0; step < means.length; step++) {
            means[step] = counts[step] == 0 ? Double.NaN : sums[step] / counts[step];
        }
        double exponent = exponent(means);
        double[] profile = new double[means.length];
        for (int step = 0; step < profile.length; step++) {
            profile[step] = Math.pow(step + 1, exponent);
        }
        double level = Arrays.stream(means)
                        .filter(mean -> !Double.isNaN(mean))
                        .average()
                        .orElse(0)
                / Arrays.stream(profile).average().orElse(1);
        for (int step = 0; step < profile.length; step++) {
            profile[step] = Math.max(profile[step] * level, LEAST);
        }
        return profile;
    }

    private static double exponent(double[] means) {
        int count = 0;
        double meanStep = 0;
        double meanSize = 0;
        for (int step = 0; step < means.length; step++) {
            if (means[step] > 0) {
                count++;
                meanStep += Math.log(step + 1);
                meanSize += Math.log(means[step]);
            }
        }
        if (count < 2) {
            return 0;
        }
        double products = 0;
        double squares = 0;
        for (int step = 0; step < means.length; step++) {
            if (means[step] > 0) {
                double distance = Math.log(step + 1) - meanStep / count;
                products += distance * (Math.log(means[step]) - meanSize / count);
                squares += distance * distance;
            }
        }
        return Math.clamp(products / squares, 0, STEEPEST);
    }
}
