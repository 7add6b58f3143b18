package io.millwright.templates.maintenance.conditions;

import io.millwright.templates.maintenance.fleet.Fleet;

/**
 * Makes sensors comparable across conditions: each value less the mean of its condition, over the standard deviation there.
 *
 * @param mean for each condition and sensor; of condition 0 over all rows
 * @param deviation likewise; 0 where a sensor does not move
 */
public record Scaling(double[][] mean, double[][] deviation) {

    private static final double CLIP = 20;

    /** Learns from some machines. */
    public static Scaling of(Fleet fleet, int[] assets, Conditions conditions) {
        int sensors = fleet.sensors().length;
        double[][] sum = new double[conditions.count()][sensors];
        double[][] square = new double[conditions.count()][sensors];
        double[][] count = new double[conditions.count()][sensors];
        for (int asset : assets) {
            int first = fleet.first(asset);
            int[] condition = conditions.of(fleet, first, fleet.end(asset));
            for (int sensor = 0; sensor < sensors; sensor++) {
                float[] values = fleet.sensors()[sensor];
                for (int at = 0; at < condition.length; at++) {
                    double value = values[first + at];
                    if (!Double.isNaN(value)) {
                        add(sum, square, count, 0, sensor, value);
                        if (condition[at] > 0) {
                            add(sum, square, count, condition[at], sensor, value);
                        }
                    }
                }
            }
        }
        for (int condition = 0; condition < sum.length; condition++) {
            for (int sensor = 0; sensor < sensors; sensor++) {
                double n = Math.max(1, count[condition][sensor]);
                double mean = sum[condition][sensor] / n;
                double variance = Math.max(0, square[condition][sensor] / n - mean * mean);
                sum[condition][sensor] = mean;
                // rounding leaves traces of a variance in constants
                square[condition][sensor] = variance <= 1e-12 * Math.max(1, mean * mean) ? 0 : Math.sqrt(variance);
            }
        }
        return new Scaling(sum, square);
    }

    private static void add(
            double[][] sum, double[][] square, double[][] count, int condition, int sensor, double value) {
        sum[condition][sensor] += value;
        square[condition][sensor] += value * value;
        count[condition][sensor]++;
    }

    /** A machine's values of a sensor in standard deviations; a missing value is the one before it, at first 0. */
    public double[] apply(Fleet fleet, int sensor, int from, int[] condition) {
        double[] scaled = new double[condition.length];
        double last = 0;
        for (int at = 0; at < scaled.length; at++) {
            double value = fleet.sensors()[sensor][from + at];
            double spread = deviation[condition[at]][sensor];
            if (!Double.isNaN(value) && spread > 0) {
                last = Math.clamp((value - mean[condition[at]][sensor]) / spread, -CLIP, CLIP);
            }
            scaled[at] = last;
        }
        return scaled;
    }
}
