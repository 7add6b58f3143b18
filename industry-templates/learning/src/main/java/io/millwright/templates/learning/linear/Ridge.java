package io.millwright.templates.learning.linear;

import java.util.Arrays;

/** Linear regression with an L2 penalty on the coefficients but not on the intercept (Hoerl and Kennard 1970). */
public final class Ridge {

    private Ridge() {}

    /** Fits with equal weights. */
    public static LinearModel fit(double[][] rows, double[] targets, double penalty) {
        double[] weights = new double[targets.length];
        Arrays.fill(weights, 1);
        return fit(rows, targets, weights, penalty);
    }

    /**
     * Fits {@code Σ w (y - a - b·x)² + penalty · |b|²}. Columns are taken as they are: scale them before, or the penalty
     * bears on small ones more than on large ones.
     *
     * @param rows finite values, as many in each row
     * @param weights of the rows, not negative, some positive
     */
    public static LinearModel fit(double[][] rows, double[] targets, double[] weights, double penalty) {
        if (rows.length == 0 || rows.length != targets.length || rows.length != weights.length) {
            throw new IllegalArgumentException("as many rows as targets and weights are needed, at least one");
        }
        int width = rows[0].length;
        double[] mean = new double[width];
        double targetMean = 0;
        double total = 0;
        for (int row = 0; row < rows.length; row++) {
            total += weights[row];
            targetMean += weights[row] * targets[row];
            for (int column = 0; column < width; column++) {
                mean[column] += weights[row] * rows[row][column];
            }
        }
        if (!(total > 0)) {
            throw new IllegalArgumentException("no row has weight");
        }
        targetMean /= total;
        for (int column = 0; column < width; column++) {
            mean[column] /= total;
        }
        NormalEquations equations = new NormalEquations(width);
        double[] centred = new double[width];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < width; column++) {
                centred[column] = rows[row][column] - mean[column];
            }
            equations.add(centred, targets[row] - targetMean, weights[row]);
        }
        double[] coefficients = equations.solve(penalty);
        double intercept = targetMean;
        for (int column = 0; column < width; column++) {
            intercept -= coefficients[column] * mean[column];
        }
        return new LinearModel(intercept, coefficients);
    }
}
