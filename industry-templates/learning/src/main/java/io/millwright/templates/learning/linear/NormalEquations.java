package io.millwright.templates.learning.linear;

import java.util.Arrays;

/**
 * The sums of least squares, {@code XᵀWX} and {@code XᵀWy}: rows are added one by one and need not be kept, and sums over
 * parts of the data can be added up.
 */
public final class NormalEquations {

    /** What a penalty grows by when a matrix cannot be factored, and how often at most. */
    private static final double MORE = 10;

    private static final int TRIES = 16;

    private final double[][] products;
    private final double[] right;
    private double weight;

    public NormalEquations(int size) {
        this.products = new double[size][];
        for (int row = 0; row < size; row++) {
            products[row] = new double[row + 1];
        }
        this.right = new double[size];
    }

    /** Number of unknowns. */
    public int size() {
        return right.length;
    }

    /** Sum of the weights of all rows. */
    public double weight() {
        return weight;
    }

    /** Sum of the diagonal. */
    public double trace() {
        double sum = 0;
        for (int row = 0; row < products.length; row++) {
            sum += products[row][row];
        }
        return sum;
    }

    /** Adds a row with its target. */
    public void add(double[] row, double target, double rowWeight) {
        for (int one = 0; one < right.length; one++) {
            double weighted = rowWeight * row[one];
            if (weighted != 0) {
                double[] sums = products[one];
                for (int two = 0; two <= one; two++) {
                    sums[two] += weighted * row[two];
                }
                right[one] += weighted * target;
            }
        }
        weight += rowWeight;
    }

    /** Adds the sums of other rows, each with this weight. */
    public void add(NormalEquations other, double otherWeight) {
        for (int one = 0; one < right.length; one++) {
            for (int two = 0; two <= one; two++) {
                products[one][two] += otherWeight * other.products[one][two];
            }
            right[one] += otherWeight * other.right[one];
        }
        weight += otherWeight * other.weight;
    }

    /** Adds one product of two columns, summed over rows elsewhere; {@code two} is at most {@code one}. */
    public void addProduct(int one, int two, double sum) {
        products[one][two] += sum;
    }

    /** Adds one product of a column and the target, summed over rows elsewhere. */
    public void addRight(int one, double sum) {
        right[one] += sum;
    }

    /** Adds the weight of rows whose products were summed elsewhere. */
    public void addWeight(double more) {
        weight += more;
    }

    /** Coefficients with an L2 penalty, the same for each: ridge regression (Hoerl and Kennard 1970). */
    public double[] solve(double penalty) {
        return solve(penalty, new double[right.length]);
    }

    /** Coefficients drawn to others: the least of squared errors plus {@code penalty · |b - towards|²}. */
    public double[] solve(double penalty, double[] towards) {
        double[] penalties = new double[right.length];
        Arrays.fill(penalties, penalty);
        return solve(penalties, towards);
    }

    /**
     * Coefficients with a penalty of their own each. Columns that say the same get the smallest further penalty that makes
     * them solvable.
     */
    public double[] solve(double[] penalties, double[] towards) {
        double floor = Math.max(trace() / Math.max(1, right.length), 1) * 1e-12;
        double extra = 0;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            double[][] matrix = new double[right.length][];
            double[] sums = right.clone();
            for (int row = 0; row < right.length; row++) {
                matrix[row] = products[row].clone();
                matrix[row][row] += penalties[row] + extra;
                sums[row] += (penalties[row] + extra) * towards[row];
            }
            var factor = Cholesky.of(matrix);
            if (factor.isPresent()) {
                return factor.get().solve(sums);
            }
            extra = extra == 0 ? floor : extra * MORE;
        }
        throw new ArithmeticException("the equations hold values that are not finite");
    }
}
