package io.millwright.templates.fraud;

import io.millwright.templates.fraud.columns.Extra;
import io.millwright.templates.fraud.features.FeatureTable;
import io.millwright.templates.learning.metrics.Ranking;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for columns of the file that give the outcome away: alone they tell nearly all of it, which what is known at the
 * moment of a transaction hardly ever does. Such a column is left out, and a person is told.
 */
final class LeakGuard {

    private static final double GIVEN_AWAY = 0.995;
    private static final double STRANGELY_GOOD = 0.95;
    private static final int ENOUGH = 10;

    private LeakGuard() {}

    /** The names to leave out, judged on rows to learn from only. */
    static Set<String> suspects(FeatureTable table, List<Extra> extras, int[] rows, Notes notes) {
        byte[] labels = table.labels(rows);
        Set<String> leaks = new HashSet<>();
        List<String> strange = new ArrayList<>();
        for (Extra extra : extras) {
            double auc = separation(table, extra.name(), rows, labels);
            if (auc >= GIVEN_AWAY) {
                leaks.add(extra.name());
            } else if (auc >= STRANGELY_GOOD) {
                strange.add(extra.name());
            }
        }
        if (!leaks.isEmpty()) {
            notes.warn(
                    "Left out, because alone they give the outcome away, so they are probably filled in afterwards: %s.",
                    Notes.list(leaks.stream().sorted().toList()));
        }
        if (!strange.isEmpty()) {
            notes.warn(
                    "Strangely good predictors; make sure they are known at the moment of scoring: %s.",
                    Notes.list(strange));
        }
        return leaks;
    }

    private static double separation(FeatureTable table, String name, int[] rows, byte[] labels) {
        int column = 0;
        while (!table.features().get(column).name().equals(name)) {
            column++;
        }
        boolean category = table.features().get(column).category();
        double[] values = new double[rows.length];
        for (int at = 0; at < rows.length; at++) {
            float value = table.columns()[column][rows[at]];
            values[at] = Float.isNaN(value) ? -Float.MAX_VALUE : value;
        }
        Ranking ranking = new Ranking(category ? shares(values, labels) : values, labels);
        double auc = ranking.auc();
        return Math.min(ranking.positives(), ranking.negatives()) < ENOUGH ? 0.5 : Math.max(auc, 1 - auc);
    }

    /** For each row the share of positives among the rows of its category. */
    private static double[] shares(double[] codes, byte[] labels) {
        double[] hits = new double[Extra.MOST_CATEGORIES + 1];
        double[] counts = new double[Extra.MOST_CATEGORIES + 1];
        for (int row = 0; row < codes.length; row++) {
            int code = codes[row] < 0 ? Extra.MOST_CATEGORIES : (int) codes[row];
            hits[code] += labels[row];
            counts[code]++;
        }
        double[] shares = new double[codes.length];
        for (int row = 0; row < codes.length; row++) {
            int code = codes[row] < 0 ? Extra.MOST_CATEGORIES : (int) codes[row];
            shares[row] = hits[code] / counts[code];
        }
        return shares;
    }
}
