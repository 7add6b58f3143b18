package io.millwright.templates.learning.boosting;

/**
 * Rows with their outcomes.
 *
 * @param labels for each row 0 or 1, or the amount, as the {@link Objective} wants them
 * @param weights how much each row counts, 0 or more; empty where all count the same
 */
public record Labelled(Matrix matrix, float[] labels, float[] weights) {

    public Labelled {
        if (labels.length != matrix.rows() || (weights.length != 0 && weights.length != matrix.rows())) {
            throw new IllegalArgumentException(
                    "%d rows, %d labels, %d weights".formatted(matrix.rows(), labels.length, weights.length));
        }
    }

    /** Where all rows count the same. */
    public Labelled(Matrix matrix, float[] labels) {
        this(matrix, labels, new float[0]);
    }

    /** The weighted mean of the labels. */
    double mean() {
        double sum = 0;
        double weight = 0;
        for (int row = 0; row < labels.length; row++) {
            double counts = weights.length == 0 ? 1 : weights[row];
            sum += counts * labels[row];
            weight += counts;
        }
        return weight == 0 ? 0 : sum / weight;
    }
}
