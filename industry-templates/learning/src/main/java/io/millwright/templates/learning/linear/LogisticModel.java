package io.millwright.templates.learning.linear;

import io.millwright.templates.learning.boosting.Matrix;
import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression over the columns of a table as they come: with missing values, codes and skewed amounts.
 *
 * @param model with a coefficient for each term
 */
public record LogisticModel(List<Term> terms, LinearModel model) {

    public LogisticModel {
        terms = List.copyOf(terms);
        boolean finite = Double.isFinite(model.intercept())
                && Arrays.stream(model.coefficients()).allMatch(Double::isFinite);
        if (terms.size() != model.coefficients().length || !finite) {
            throw new IllegalArgumentException(
                    "a finite coefficient for each of %d terms is needed".formatted(terms.size()));
        }
    }

    /**
     * Fits terms that suit the columns, see {@link Terms}.
     *
     * @param labels 0 or 1, one per row, both of them there
     * @param penalty on the coefficients of scaled terms
     */
    public static LogisticModel fit(Matrix matrix, byte[] labels, double penalty) {
        List<Term> terms = Terms.of(matrix);
        double[][] rows = new double[matrix.rows()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = values(terms, matrix, row);
        }
        return new LogisticModel(terms, LogisticRegression.fit(rows, labels, penalty));
    }

    /** Log odds of yes, one per row. */
    public double[] margins(Matrix matrix) {
        double[] margins = new double[matrix.rows()];
        for (int row = 0; row < margins.length; row++) {
            margins[row] = model.predict(values(terms, matrix, row));
        }
        return margins;
    }

    /**
     * How much each column moved each row's log odds up or down from those of a row that is average in every term.
     *
     * @return for each row one value per column
     */
    public float[][] contributions(Matrix matrix) {
        float[][] contributions = new float[matrix.rows()][matrix.columns()];
        for (int row = 0; row < contributions.length; row++) {
            double[] values = values(terms, matrix, row);
            for (int term = 0; term < values.length; term++) {
                contributions[row][terms.get(term).column()] += (float) (model.coefficients()[term] * values[term]);
            }
        }
        return contributions;
    }

    private static double[] values(List<Term> terms, Matrix matrix, int row) {
        double[] values = new double[terms.size()];
        int from = row * matrix.columns();
        for (int term = 0; term < values.length; term++) {
            Term one = terms.get(term);
            values[term] = one.value(matrix.cells()[from + one.column()]);
        }
        return values;
    }
}
