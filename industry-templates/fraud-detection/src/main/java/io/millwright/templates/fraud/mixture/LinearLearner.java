package io.millwright.templates.fraud.mixture;

import io.millwright.templates.fraud.features.FeatureTable;
import io.millwright.templates.learning.linear.LogisticModel;
import io.millwright.templates.learning.split.Thinned;
import java.util.Optional;

/**
 * Fits a logistic regression to rows of a feature table.
 *
 * @param table of which no row is looked at but those asked for
 */
public record LinearLearner(FeatureTable table) {

    /** On scaled terms: as much as ten rows that hold against each of them. */
    private static final double PENALTY = 10;

    private static final int MOST_ROWS = 50_000;
    /** Products of one step over all rows: a fifth of a second. */
    private static final double MOST_PRODUCTS = 6e8;
    /** Columns above which a step over rows enough would take too long. */
    private static final int MOST_COLUMNS = 400;

    private static final int FEWEST_OF_A_SORT = 10;

    /** Empty where the table is too wide for it, or the rows of one sort are too few. */
    public Optional<LogisticModel> fit(int[] rows) {
        int columns = table.features().size();
        int[] some = Thinned.evenly(rows, (int) Math.min(MOST_ROWS, MOST_PRODUCTS / ((double) columns * columns)));
        byte[] labels = table.labels(some);
        int positives = 0;
        for (byte label : labels) {
            positives += label;
        }
        return columns > MOST_COLUMNS || Math.min(positives, labels.length - positives) < FEWEST_OF_A_SORT
                ? Optional.empty()
                : Optional.of(LogisticModel.fit(table.matrix(some), labels, PENALTY));
    }

    /** What a regression that has learnt from these rows adds with this weight; none where it is 0. */
    public Mixture mixture(double weight, int[] rows) {
        return weight == 0
                ? Mixture.NONE
                : fit(rows).map(linear -> new Mixture(weight, linear)).orElse(Mixture.NONE);
    }
}
