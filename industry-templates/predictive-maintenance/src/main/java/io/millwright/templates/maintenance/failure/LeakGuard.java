package io.millwright.templates.maintenance.failure;

import io.millwright.templates.learning.metrics.Ranking;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Looks for columns that give failures away: alone they tell nearly all of them, or a value of theirs is there in failures only,
 * as with columns that say of which sort a failure was.
 */
final class LeakGuard {

    private static final double GIVEN_AWAY = 0.995;

    /** Rows with a value that occurs in failures only: fewer may be chance, unless failures are rare. */
    private static final int ENOUGH = 10;

    /** The chance that rows with a value are failures only, below which it is none. */
    private static final double CHANCE = 1e-6;

    /** Columns with more values than this are measured. */
    private static final int FEW_VALUES = 12;

    /** A column that goes so well with the time until the failure counts it. */
    private static final double COUNTS_DOWN = 0.99;

    private LeakGuard() {}

    /**
     * What gives failures away.
     *
     * @param leaks columns to leave out
     * @param strange those that tell nearly all failures, but are measured where all is well, too
     */
    record Found(Set<String> leaks, Set<String> strange) {}

    /**
     * Looks at all columns.
     *
     * @param names of the columns
     * @param columns for each its values, NaN is missing
     * @param remaining for each row the time until the failure; empty where a row's label is about the row itself, else a value
     *     before failures only may be a true sign
     */
    static Found suspects(List<String> names, List<float[]> columns, byte[] labels, double[] remaining) {
        Found found = new Found(new TreeSet<>(), new TreeSet<>());
        boolean states = remaining.length == 0;
        for (int column = 0; column < columns.size(); column++) {
            float[] values = columns.get(column);
            boolean separates = separates(values, labels);
            boolean counted = separates && !states && countsDown(values, remaining);
            if (counted || separates && !measured(values, labels) || states && onlyInFailures(values, labels)) {
                found.leaks().add(names.get(column));
            } else if (separates) {
                found.strange().add(names.get(column));
            }
        }
        return found;
    }

    /** Whether there are many values where all is well: what is filled in afterwards is the same everywhere then. */
    private static boolean measured(float[] values, byte[] labels) {
        Set<Float> well = new HashSet<>();
        for (int at = 0; at < values.length && well.size() <= FEW_VALUES; at++) {
            if (labels[at] == 0 && !Float.isNaN(values[at])) {
                well.add(values[at]);
            }
        }
        return well.size() > FEW_VALUES;
    }

    private static boolean countsDown(float[] values, double[] remaining) {
        int[] rows = IntStream.range(0, values.length)
                .filter(at -> Double.isFinite(values[at]) && Double.isFinite(remaining[at]))
                .toArray();
        double meanValue =
                IntStream.of(rows).mapToDouble(at -> values[at]).average().orElse(0);
        double meanLeft =
                IntStream.of(rows).mapToDouble(at -> remaining[at]).average().orElse(0);
        double together = 0;
        double valueVariance = 0;
        double leftVariance = 0;
        for (int at : rows) {
            together += (values[at] - meanValue) * (remaining[at] - meanLeft);
            valueVariance += (values[at] - meanValue) * (values[at] - meanValue);
            leftVariance += (remaining[at] - meanLeft) * (remaining[at] - meanLeft);
        }
        return Math.abs(together) >= COUNTS_DOWN * Math.sqrt(valueVariance * leftVariance);
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
        double share = (double) failures / labels.length;
        return rare
                && counts.values().stream()
                        .anyMatch(count -> count[0] == 0 && (count[1] >= ENOUGH || Math.pow(share, count[1]) < CHANCE));
    }
}
