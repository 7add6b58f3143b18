package io.millwright.templates.forecasting.members;

/**
 * A series less its mean, in units of its usual change from season to season.
 *
 * @param unit 0 where the series never changes
 */
record Measured(double[] values, double mean, double unit) {

    static Measured of(double[] values, int season) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double unit = Paths.change(values, season);
        if (!(unit > 1e-9 * Math.abs(mean))) {
            unit = Paths.change(values, 1);
        }
        boolean still = !(unit > 1e-12 * Math.abs(mean)) || !(unit > 1e-300);
        double[] result = new double[values.length];
        for (int at = 0; at < values.length; at++) {
            result[at] = still ? 0 : (values[at] - mean) / unit;
        }
        return new Measured(result, mean, still ? 0 : unit);
    }

    boolean changes() {
        return unit > 0;
    }

    double[] back(double[] path) {
        double[] result = new double[path.length];
        for (int step = 0; step < path.length; step++) {
            result[step] = mean + unit * path[step];
        }
        return result;
    }
}
