package io.millwright.templates.maintenance.features;

/**
 * Means and straight lines (least squares) over any stretch of a series, each in constant time from running sums. Positions
 * stand for time.
 */
public final class Trend {

    private final double[] sum;
    private final double[] moment;

    public Trend(double[] values) {
        sum = new double[values.length + 1];
        moment = new double[values.length + 1];
        for (int at = 0; at < values.length; at++) {
            sum[at + 1] = sum[at] + values[at];
            moment[at + 1] = moment[at] + at * values[at];
        }
    }

    /** Mean of the positions from one (inclusive) to another (inclusive). */
    double mean(int from, int to) {
        return (sum[to + 1] - sum[from]) / (to - from + 1);
    }

    /** Change per position; 0 for a single one. */
    double slope(int from, int to) {
        double count = to - from + 1;
        if (count < 2) {
            return 0;
        }
        double middle = (from + to) / 2.0;
        double covariance = moment[to + 1] - moment[from] - middle * (sum[to + 1] - sum[from]);
        return covariance / (count * (count * count - 1) / 12);
    }

    /** Where the line ends. */
    double end(int from, int to) {
        return mean(from, to) + slope(from, to) * (to - from) / 2.0;
    }
}
