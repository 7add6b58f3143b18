package io.millwright.templates.maintenance.life;

import java.util.stream.IntStream;

/** Finds the sensors that have anything to do with how long machines still run; the others would only add noise. */
final class Telling {

    /** Correlation with the logarithm of the remaining life below which a sensor tells nothing. */
    private static final double LEAST = 0.05;

    private Telling() {}

    /**
     * Positions of the telling sensors; all of them when none stands out.
     *
     * @param scaled for each sensor the value of each row
     * @param rows rows whose remaining life is known
     */
    static int[] of(double[][] scaled, double[] remaining, int[] rows) {
        double[] life = new double[rows.length];
        for (int at = 0; at < rows.length; at++) {
            // the last moments of a life tell most
            life[at] = Math.log1p(remaining[rows[at]]);
        }
        int[] telling = IntStream.range(0, scaled.length)
                .filter(sensor -> Math.abs(correlation(scaled[sensor], rows, life)) >= LEAST)
                .toArray();
        return telling.length > 0 ? telling : IntStream.range(0, scaled.length).toArray();
    }

    private static double correlation(double[] values, int[] rows, double[] life) {
        double meanValue = 0;
        double meanLife = 0;
        for (int at = 0; at < rows.length; at++) {
            meanValue += values[rows[at]] / rows.length;
            meanLife += life[at] / rows.length;
        }
        double covariance = 0;
        double valueVariance = 0;
        double lifeVariance = 0;
        for (int at = 0; at < rows.length; at++) {
            double value = values[rows[at]] - meanValue;
            double left = life[at] - meanLife;
            covariance += value * left;
            valueVariance += value * value;
            lifeVariance += left * left;
        }
        double scale = Math.sqrt(valueVariance * lifeVariance);
        return scale == 0 ? 0 : covariance / scale;
    }
}
