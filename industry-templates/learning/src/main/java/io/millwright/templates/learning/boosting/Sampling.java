package io.millwright.templates.learning.boosting;

/**
 * What each tree sees, drawn anew for each.
 *
 * @param rows share of the rows
 * @param columns share of the columns
 */
public record Sampling(double rows, double columns) {

    /** The same with another share of the columns. */
    public Sampling withColumns(double share) {
        return new Sampling(rows, share);
    }
}
