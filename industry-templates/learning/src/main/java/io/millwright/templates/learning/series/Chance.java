package io.millwright.templates.learning.series;

import java.util.List;

/**
 * What autocorrelations chance gives to series that do not repeat themselves: their standard errors follow from those at short
 * lags (Bartlett 1946), and from how many series there are, less what they have in common.
 *
 * @param likeness mean autocorrelations by lag, each over as many pairs as there are
 * @param length steps of a series
 * @param series how many there are, of those that have nothing in common
 */
record Chance(double[] likeness, double length, double series) {

    /** How often one of all lags that are looked at may pass by chance, at most; seldom more than a third of that. */
    private static final double LEVEL = 0.1;

    /** Only short lags tell what noise is like: at longer ones a period shows itself, as its opposite half way. */
    private static final int SHORT = 3;

    private static final int PART = 4;

    static Chance of(List<double[]> series, double[] likeness) {
        double length =
                series.stream().mapToInt(values -> values.length).average().orElse(1);
        return new Chance(likeness, length, independent(series));
    }

    /**
     * What an autocorrelation has to lie above. Of several lags one is larger, so the limit rises with them (Bonferroni); the tail
     * of the normal distribution is taken at its bound, half of exp(-z²/2).
     *
     * @param candidates how many lags are looked at
     */
    double limit(int lag, int candidates) {
        double squares = 0;
        for (int shorter = 1; shorter <= Math.clamp(lag / PART, 1, SHORT); shorter++) {
            // the squares of noise are no likeness
            squares += likeness[shorter] * likeness[shorter] - 1 / (series * Math.max(1, length - shorter));
        }
        double variance = (1 + 2 * Math.max(0, squares)) / (series * Math.max(1, length - lag));
        return Math.sqrt(2 * Math.log(Math.max(1, candidates) / (2 * LEVEL)) * variance);
    }

    /**
     * Series that move together tell the same chance twice: autocorrelations have the square of the correlation in common.
     *
     * @param series the newest value last
     */
    private static double independent(List<double[]> series) {
        int count = series.size();
        if (count < 2) {
            return 1;
        }
        int common = series.stream().mapToInt(values -> values.length).min().orElse(0);
        double[] sum = new double[common];
        for (double[] values : series) {
            add(values, sum);
        }
        double square = 0;
        for (double one : sum) {
            square += one * one / common / count / count;
        }
        double together = Math.clamp((square - 1.0 / count) / (1 - 1.0 / count), 0, 1);
        return 1 / (1.0 / count + (1 - 1.0 / count) * together * together);
    }

    /** Adds the newest values of a series in units of their spread. */
    private static void add(double[] values, double[] sum) {
        int from = values.length - sum.length;
        double mean = 0;
        for (int at = 0; at < sum.length; at++) {
            mean += values[from + at] / sum.length;
        }
        double squares = 0;
        for (int at = 0; at < sum.length; at++) {
            squares += (values[from + at] - mean) * (values[from + at] - mean) / sum.length;
        }
        double spread = Math.sqrt(squares);
        for (int at = 0; at < sum.length && spread > 0; at++) {
            sum[at] += (values[from + at] - mean) / spread;
        }
    }
}
