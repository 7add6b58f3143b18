package io.millwright.templates.maintenance.failure;

import io.millwright.templates.learning.metrics.Ranking;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for columns that give failures away: alone they tell nearly all of them, or a value of theirs is there in failures only,
 * as with columns that say of which sort a failure was.
 */
final class LeakGuard {

    private static final double GIVEN_AWAY = 0.995;

    /** Rows with a value that occurs in failures only: fewer may be chance. */
    private static final int ENOUGH = 10;

    /** Columns with more values than this are measured. */
    private static final int FEW_VALUES = 12;

    private LeakGuard() {}

    /**
     * Names of columns to leave out.
     *
     * @param names of the columns
     * @param columns for each its values, NaN is missing
     * @param states whether a row's label is about the row itself; else a value before failures only may be a true sign
     */
    static Set<String> suspects(List<String> names, List<float[]> columns, byte[] labels, boolean states) {
        Set<String> leaks = new TreeSet<>();
        for (int column = 0; column < columns.size(); column++) {
            if (separates(columns.get(column), labels) || states && onlyInFailures(columns.get(column), labels)) {
                leaks.add(names.get(column));
            }
        }
        return leaks;
    }

    private static boolean separates(float[] values, byte[] labels) {
        double[] scores = new double[values.length];
        for (int at = 0; at < scores.length; at++) {
            scores[at] = Float.isNaN(values[at]) ? -Float.MAX_VALUE : values[at];
        }
        Ranking ranking = new Ranking(scores, labels);
        double auc = ranking.auc();
        return Math.min(ranking.positives(), ranking.negatives()) >= ENOUGH && Math.max(auc, 1 - auc) >= GIVEN_AWAY;
    }

    private static boolean onlyInFailures(float[] values, byte[] labels) {
        Map<Float, int[]> counts = new HashMap<>();
        int failures = 0;
        for (int at = 0; at < values.length; at++) {
            failures += labels[at];
            if (!Float.isNaN(values[at])) {
                int[] count = counts.computeIfAbsent(values[at], value -> new int[2]);
                count[labels[at]]++;
                if (counts.size() > FEW_VALUES) {
                    return false;
                }
            }
        }
        boolean rare = failures < labels.length / 2;
        return rare && counts.values().stream().anyMatch(count -> count[1] >= ENOUGH && count[0] == 0);
    }
}
