package io.millwright.templates.maintenance.odd;

import java.util.Arrays;

/**
 * Makes channels comparable across conditions by what is usual there, without being moved by what is odd: each value less the
 * median of its condition, over the spread there.
 *
 * @param centre for each condition and channel; of condition 0 over all rows
 * @param spread likewise: the median distance from the median, in standard deviations of a normal distribution
 */
record RobustScaling(double[][] centre, double[][] spread) {

    private static final double TO_DEVIATION = 1.4826;

    /** Rows of a condition that are looked at; more change medians little. */
    private static final int MOST_ROWS = 50_000;

    /** Fewer rows of a condition do not show what is usual there. */
    private static final int LEAST_ROWS = 30;

    private static final double FARTHEST = 50;

    static RobustScaling of(float[][] values, int[] condition, int conditions, int[] rows) {
        double[][] centre = new double[conditions][values.length];
        double[][] spread = new double[conditions][values.length];
        for (int one = 0; one < conditions; one++) {
            int number = one;
            int[] inside = one == 0
                    ? rows
                    : Arrays.stream(rows)
                            .filter(row -> condition[row] == number)
                            .toArray();
            if (one > 0 && inside.length < LEAST_ROWS) {
                centre[one] = centre[0].clone();
                spread[one] = spread[0].clone();
                continue;
            }
            int step = Math.max(1, inside.length / MOST_ROWS);
            for (int channel = 0; channel < values.length; channel++) {
                double[] some = new double[inside.length / step + 1];
                int count = 0;
                for (int at = 0; at < inside.length; at += step) {
                    float value = values[channel][inside[at]];
                    if (!Float.isNaN(value)) {
                        some[count++] = value;
                    }
                }
                some = Arrays.copyOf(some, count);
                centre[one][channel] = median(some);
                spread[one][channel] = spread(some, centre[one][channel]);
            }
        }
        for (int channel = 0; channel < values.length; channel++) {
            for (int one = 1; one < conditions; one++) {
                spread[one][channel] = spread[one][channel] > 0 ? spread[one][channel] : spread[0][channel];
            }
        }
        return new RobustScaling(centre, spread);
    }

    /** The scaled values of a channel; a missing one is NaN, one that never moved is 0. */
    double scaled(int channel, int condition, float value) {
        double width = spread[condition][channel];
        return width > 0
                ? Math.clamp((value - centre[condition][channel]) / width, -FARTHEST, FARTHEST)
                : Float.isNaN(value) ? Double.NaN : 0;
    }

    private static double spread(double[] values, double centre) {
        double[] distances =
                Arrays.stream(values).map(value -> Math.abs(value - centre)).toArray();
        double typical = TO_DEVIATION * median(distances);
        // values that hardly ever move have no median distance
        double square = Arrays.stream(distances)
                .map(distance -> distance * distance)
                .average()
                .orElse(0);
        double deviation = Math.sqrt(square);
        return typical > 0.01 * deviation ? typical : deviation;
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
