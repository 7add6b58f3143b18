package io.millwright.templates.maintenance.failure;

import io.millwright.templates.learning.boosting.Matrix;
import java.util.Arrays;

/**
 * What is usual of each feature, to say in words what is not.
 *
 * @param middle median of each feature; 0 where it is always missing
 */
record Typical(double[] middle) {

    private static final int ROWS = 5_000;

    static Typical of(Matrix matrix) {
        double[] middle = new double[matrix.columns()];
        int rows = Math.min(ROWS, matrix.rows());
        for (int feature = 0; feature < middle.length; feature++) {
            double[] values = new double[rows];
            int count = 0;
            for (int at = 0; at < rows; at++) {
                int row = (int) ((long) at * matrix.rows() / rows);
                float value = matrix.cells()[row * matrix.columns() + feature];
                if (!Float.isNaN(value)) {
                    values[count++] = value;
                }
            }
            Arrays.sort(values, 0, count);
            middle[feature] = count == 0 ? 0 : values[count / 2];
        }
        return new Typical(middle);
    }
}
