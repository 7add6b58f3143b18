package io.millwright.templates.learning.linear;

/** A straight combination of columns. */
public record LinearModel(double intercept, double[] coefficients) {

    /** The estimate for a row with as many values as coefficients. */
    public double predict(double[] row) {
        double sum = intercept;
        for (int column = 0; column < coefficients.length; column++) {
            sum += coefficients[column] * row[column];
        }
        return sum;
    }
}
