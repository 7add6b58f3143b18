package io.millwright.templates.learning.series;

/** How much a series is like itself some steps earlier (Box and Jenkins 1970). */
public final class Autocorrelation {

    private Autocorrelation() {}

    /**
     * The sample autocorrelations at lags 0 to {@code most}; zeros where a series never changes.
     *
     * @param values without gaps
     */
    public static double[] of(double[] values, int most) {
        double[] result = new double[most + 1];
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean);
        }
        if (!(variance > 0)) {
            return result;
        }
        for (int lag = 0; lag <= most && lag < values.length; lag++) {
            double sum = 0;
            for (int at = lag; at < values.length; at++) {
                sum += (values[at] - mean) * (values[at - lag] - mean);
            }
            result[lag] = sum / variance;
        }
        return result;
    }

    /**
     * Whether a series repeats itself with a period: its autocorrelation at that lag lies outside what noise with the
     * shorter autocorrelations of the series would give in 90 % of cases. The rule of the M4 competition's benchmarks.
     */
    public static boolean repeats(double[] values, int period) {
        if (period < 2 || values.length < 3 * period) {
            return false;
        }
        double[] correlations = of(values, period);
        double squares = 0;
        for (int lag = 1; lag < period; lag++) {
            squares += correlations[lag] * correlations[lag];
        }
        double limit = 1.645 * Math.sqrt((1 + 2 * squares) / values.length);
        return Math.abs(correlations[period]) > limit;
    }
}
