package io.millwright.templates.fraud.features;

import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.learning.boosting.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Every feature of every row.
 *
 * @param columns by feature, then by row of the transactions; NaN is missing
 */
public record FeatureTable(List<Feature> features, float[][] columns, Transactions transactions) {

    /** Without the columns of these names. */
    public FeatureTable without(Set<String> names) {
        List<Feature> kept = new ArrayList<>();
        List<float[]> values = new ArrayList<>();
        for (int column = 0; column < features.size(); column++) {
            if (!names.contains(features.get(column).name())) {
                kept.add(features.get(column));
                values.add(columns[column]);
            }
        }
        return new FeatureTable(kept, values.toArray(float[][]::new), transactions);
    }

    /** Outcomes of the rows, 0 or 1; only of rows whose outcome is known. */
    public byte[] labels(int[] rows) {
        byte[] labels = new byte[rows.length];
        for (int at = 0; at < rows.length; at++) {
            labels[at] = transactions.label[rows[at]];
        }
        return labels;
    }

    /** The rows wanted, in that order, for the learner. */
    public Matrix matrix(int[] rows) {
        boolean[] categorical = new boolean[features.size()];
        for (int column = 0; column < categorical.length; column++) {
            categorical[column] = features.get(column).category();
        }
        return Matrix.gather(columns, categorical, rows);
    }
}
