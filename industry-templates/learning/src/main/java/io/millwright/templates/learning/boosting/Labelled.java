package io.millwright.templates.learning.boosting;

/**
 * Rows with their outcomes.
 *
 * @param labels 0 or 1 for each row
 */
public record Labelled(Matrix matrix, float[] labels) {

    public Labelled {
        if (labels.length != matrix.rows()) {
            throw new IllegalArgumentException(matrix.rows() + " rows, " + labels.length + " labels");
        }
    }
}
