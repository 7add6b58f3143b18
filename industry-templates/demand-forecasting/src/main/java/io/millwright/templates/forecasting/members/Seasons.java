package io.millwright.templates.forecasting.members;

import io.millwright.templates.learning.series.Autocorrelation;
import java.util.Arrays;

/**
 * Classical multiplicative decomposition (Persons 1919, as in R's {@code decompose}): factors by which each season lies above
 * the moving average, 1 where a series does not repeat itself significantly.
 *
 * @param factors by position since the start of the series, one per season
 */
public record Seasons(double[] factors) {

    /** Multiplicative factors make sense for positive values only; others count as without seasons. */
    public static Seasons of(double[] values, int period) {
        if (period < 2 || !Autocorrelation.repeats(values, period) || Scale.of(values) == Scale.PLAIN) {
            return none(period);
        }
        double[] sum = new double[period];
        int[] count = new int[period];
        int half = period / 2;
        for (int at = half; at + half < values.length; at++) {
            double trend = trend(values, at, period);
            sum[at % period] += values[at] / trend;
            count[at % period]++;
        }
        double mean = 0;
        for (int season = 0; season < period; season++) {
            if (count[season] == 0) {
                return none(period);
            }
            sum[season] /= count[season];
            mean += sum[season] / period;
        }
        for (int season = 0; season < period; season++) {
            sum[season] /= mean;
        }
        return new Seasons(sum);
    }

    double at(int position) {
        return factors[position % factors.length];
    }

    /** The series without its seasons. */
    double[] without(double[] values) {
        double[] result = new double[values.length];
        for (int at = 0; at < values.length; at++) {
            result[at] = values[at] / at(at);
        }
        return result;
    }

    /** A path that follows {@code length} values, with the seasons put back. */
    double[] with(double[] path, int length) {
        double[] result = new double[path.length];
        for (int step = 0; step < path.length; step++) {
            result[step] = path[step] * at(length + step);
        }
        return result;
    }

    /** The last value carried on with its season: the M4 competition's second naive forecast. */
    public double[] naive(double[] values, int horizon) {
        double[] path = new double[horizon];
        Arrays.fill(path, values[values.length - 1] / at(values.length - 1));
        return with(path, values.length);
    }

    private static Seasons none(int period) {
        double[] ones = new double[Math.max(1, period)];
        Arrays.fill(ones, 1);
        return new Seasons(ones);
    }

    /** Centred moving average over one period; of an even period the ends count half. */
    private static double trend(double[] values, int at, int period) {
        int half = period / 2;
        double sum = 0;
        for (int near = at - half; near <= at + half; near++) {
            boolean end = period % 2 == 0 && (near == at - half || near == at + half);
            sum += values[near] * (end ? 0.5 : 1);
        }
        return sum / period;
    }
}
