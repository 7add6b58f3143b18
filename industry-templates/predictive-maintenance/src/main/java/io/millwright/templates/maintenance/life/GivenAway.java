package io.millwright.templates.maintenance.life;

import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Looks for columns that already hold the answer, such as a remaining life that was filled in afterwards: towards the end of
 * every life they follow the time exactly and end at the same value. A counter of the age follows the time too, but ends
 * elsewhere for each machine.
 */
public final class GivenAway {

    /** The last part of a life that is looked at: a remaining life may be cut off before. */
    private static final double LATE = 0.7;

    private static final int FEWEST_ROWS = 5;
    private static final double EXACT = 0.9999;
    private static final double SAME_END = 0.02;

    private GivenAway() {}

    /** Positions of the sensors that give the remaining life away. */
    public static int[] sensors(Fleet fleet, double[] remaining) {
        int[] failing = LifeEvaluation.failing(fleet, remaining);
        return IntStream.range(0, fleet.sensors().length)
                .filter(sensor -> givesAway(fleet, fleet.sensors()[sensor], remaining, failing))
                .toArray();
    }

    private static boolean givesAway(Fleet fleet, float[] values, double[] remaining, int[] failing) {
        double[] ends = new double[failing.length];
        double[] spans = new double[failing.length];
        int count = 0;
        for (int asset : failing) {
            int first = fleet.first(asset);
            int end = fleet.end(asset);
            int from = first + (int) (LATE * (end - first));
            if (end - from < FEWEST_ROWS) {
                continue;
            }
            if (!(Math.abs(correlation(values, remaining, from, end)) >= EXACT)) {
                return false;
            }
            ends[count] = values[end - 1];
            spans[count++] = Math.abs(values[end - 1] - values[from]);
        }
        if (count < 2) {
            return false;
        }
        double[] sorted = Arrays.copyOf(spans, count);
        Arrays.sort(sorted);
        double[] last = Arrays.copyOf(ends, count);
        Arrays.sort(last);
        return last[count - 1] - last[0] <= SAME_END * sorted[count / 2];
    }

    private static double correlation(float[] values, double[] remaining, int from, int to) {
        double meanValue = 0;
        double meanLife = 0;
        for (int row = from; row < to; row++) {
            meanValue += values[row] / (to - from);
            meanLife += remaining[row] / (to - from);
        }
        double covariance = 0;
        double valueVariance = 0;
        double lifeVariance = 0;
        for (int row = from; row < to; row++) {
            double value = values[row] - meanValue;
            double left = remaining[row] - meanLife;
            covariance += value * left;
            valueVariance += value * value;
            lifeVariance += left * left;
        }
        return covariance / Math.sqrt(valueVariance * lifeVariance);
    }
}
