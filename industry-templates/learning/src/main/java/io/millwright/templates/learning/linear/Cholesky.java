package io.millwright.templates.learning.linear;

import java.util.Optional;

/** The factor {@code L} of a symmetric positive definite matrix {@code A = L Lᵀ} (Golub and Van Loan 2013, algorithm 4.2.1). */
public final class Cholesky {

    /** A pivot below this share of its diagonal value is noise of rounding. */
    private static final double TINY = 1e-13;

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /**
     * Factors a matrix; empty when it is not positive definite to working precision.
     *
     * @param matrix of which only the lower triangle is read; left as it is
     */
    public static Optional<Cholesky> of(double[][] matrix) {
        int size = matrix.length;
        double[][] lower = new double[size][];
        for (int row = 0; row < size; row++) {
            double[] current = new double[row + 1];
            lower[row] = current;
            for (int column = 0; column < row; column++) {
                double[] other = lower[column];
                current[column] = (matrix[row][column] - dot(current, other, column)) / other[column];
            }
            double diagonal = matrix[row][row];
            double pivot = diagonal - dot(current, current, row);
            if (!(pivot > TINY * Math.abs(diagonal)) || !Double.isFinite(pivot)) {
                return Optional.empty();
            }
            current[row] = Math.sqrt(pivot);
        }
        return Optional.of(new Cholesky(lower));
    }

    /** Rows and columns of the matrix. */
    public int size() {
        return lower.length;
    }

    /** The {@code x} with {@code A x = right}. */
    public double[] solve(double[] right) {
        int size = lower.length;
        if (right.length != size) {
            throw new IllegalArgumentException(size + " values expected, " + right.length + " given");
        }
        double[] x = new double[size];
        for (int row = 0; row < size; row++) {
            x[row] = (right[row] - dot(lower[row], x, row)) / lower[row][row];
        }
        for (int row = size - 1; row >= 0; row--) {
            double[] current = lower[row];
            x[row] /= current[row];
            for (int column = 0; column < row; column++) {
                x[column] -= current[column] * x[row];
            }
        }
        return x;
    }

    /** Natural logarithm of the determinant of the matrix. */
    public double logDeterminant() {
        double sum = 0;
        for (int row = 0; row < lower.length; row++) {
            sum += Math.log(lower[row][row]);
        }
        return 2 * sum;
    }

    /** In four parts, so that additions need not wait for each other; the same order on every machine. */
    private static double dot(double[] one, double[] two, int length) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int at = 0;
        for (; at + 3 < length; at += 4) {
            first += one[at] * two[at];
            second += one[at + 1] * two[at + 1];
            third += one[at + 2] * two[at + 2];
            fourth += one[at + 3] * two[at + 3];
        }
        for (; at < length; at++) {
            first += one[at] * two[at];
        }
        return (first + second) + (third + fourth);
    }
}
