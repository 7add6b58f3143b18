package io.millwright.templates.learning.boosting;

/**
 * A dense table of numbers for a learner.
 *
 * @param cells row by row, {@code rows * columns} of them; NaN is missing
 * @param categorical for each column whether its numbers are codes without an order, from 0
 */
public record Matrix(float[] cells, int rows, int columns, boolean[] categorical) {

    public Matrix {
        if ((long) rows * columns != cells.length) {
            throw new IllegalArgumentException(rows + " x " + columns + " cells expected, " + cells.length + " given");
        }
    }

    /** Without codes. */
    public Matrix(float[] cells, int rows, int columns) {
        this(cells, rows, columns, new boolean[columns]);
    }

    /** Gathers rows out of columns, in the order given. */
    public static Matrix gather(float[][] columns, boolean[] categorical, int[] rows) {
        long size = (long) rows.length * columns.length;
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a matrix of " + size + " cells does not fit");
        }
        int width = columns.length;
        float[] cells = new float[(int) size];
        for (int column = 0; column < width; column++) {
            float[] values = columns[column];
            int cell = column;
            for (int row : rows) {
                cells[cell] = values[row];
                cell += width;
            }
        }
        return new Matrix(cells, rows.length, width, categorical);
    }
}
