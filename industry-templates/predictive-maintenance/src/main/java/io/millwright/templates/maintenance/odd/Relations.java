package io.millwright.templates.maintenance.odd;

import io.millwright.templates.learning.linear.Cholesky;
import java.util.Arrays;
import java.util.Optional;

/**
 * How channels go together, as the inverse of their covariance: from it follows how far each channel is from what the others lead
 * to expect (the residual of the regression on all others), in standard deviations.
 *
 * @param precision inverse covariance of the scaled channels
 */
record Relations(double[][] precision) {

    /** Values further out are drawn in, so that odd rows do not make the relations. */
    private static final double CLIP = 4;

    /** Share of independence that is mixed in: few rows show relations that are not there. */
    private static final double SHRINKAGE = 0.02;

    private static final double MOST_SHRINKAGE = 0.9;

    /** Rows that show relations as well as more would. */
    static final int MOST_ROWS = 20_000;

    /** @param scaled for each channel the scaled value of each of the rows; NaN is missing */
    static Relations of(double[][] scaled) {
        int channels = scaled.length;
        int all = channels == 0 ? 0 : scaled[0].length;
        double[][] covariance = new double[channels][channels];
        double[] row = new double[channels];
        int count = 0;
        for (int at = 0; at < all; at++) {
            for (int channel = 0; channel < channels; channel++) {
                double value = scaled[channel][at];
                row[channel] = Double.isNaN(value) ? 0 : Math.clamp(value, -CLIP, CLIP);
            }
            for (int one = 0; one < channels; one++) {
                for (int two = 0; two <= one; two++) {
                    covariance[one][two] += row[one] * row[two];
                }
            }
            count++;
        }
        for (int one = 0; one < channels; one++) {
            for (int two = 0; two <= one; two++) {
                covariance[one][two] /= Math.max(1, count);
                covariance[two][one] = covariance[one][two];
            }
        }
        double shrinkage = Math.min(MOST_SHRINKAGE, SHRINKAGE + (double) channels / Math.max(1, count));
        return new Relations(inverse(covariance, shrinkage));
    }

    private static double[][] inverse(double[][] covariance, double shrinkage) {
        int size = covariance.length;
        for (double share = shrinkage; share < 1; share = Math.min(1, share * 2)) {
            double[][] shrunk = new double[size][size];
            for (int one = 0; one < size; one++) {
                for (int two = 0; two < size; two++) {
                    shrunk[one][two] = (one == two ? 1 : 1 - share) * covariance[one][two];
                }
                shrunk[one][one] += 1e-6;
            }
            Optional<Cholesky> factor = Cholesky.of(shrunk);
            if (factor.isPresent()) {
                double[][] inverse = new double[size][];
                for (int column = 0; column < size; column++) {
                    double[] unit = new double[size];
                    unit[column] = 1;
                    inverse[column] = factor.get().solve(unit);
                }
                return inverse;
            }
        }
        double[][] identity = new double[size][size];
        for (int at = 0; at < size; at++) {
            identity[at][at] = 1;
        }
        return identity;
    }

    /** For a row of scaled channels how far each is from what the others lead to expect; 0 for a missing one. */
    void residuals(double[] row, double[] into) {
        for (int one = 0; one < row.length; one++) {
            double sum = 0;
            double[] weights = precision[one];
            for (int two = 0; two < row.length; two++) {
                sum += weights[two] * (Double.isNaN(row[two]) ? 0 : row[two]);
            }
            into[one] = Double.isNaN(row[one]) ? 0 : sum / Math.sqrt(weights[one]);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Relations that && Arrays.deepEquals(precision, that.precision);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(precision);
    }

    @Override
    public String toString() {
        return "Relations[" + precision.length + " channels]";
    }
}
