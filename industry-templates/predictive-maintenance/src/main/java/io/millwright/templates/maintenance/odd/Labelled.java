package io.millwright.templates.maintenance.odd;

import io.millwright.templates.learning.metrics.Ranking;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.outcomes.Outcomes;
import java.util.Arrays;

/**
 * What the scores are worth beside a column that was not learnt from.
 *
 * @param rows that the column tells odd
 * @param episodes stretches of such rows
 * @param found stretches with an alarm while they lasted or shortly before
 * @param auc of the smoothed score
 */
record Labelled(int rows, int episodes, int found, double auc) {

    /** Rows before a stretch in which an alarm belongs to it. */
    private static final int BEFORE = 60;

    static Labelled of(Fleet fleet, Outcomes outcomes, double[] smoothed, double limit) {
        int[] known = java.util.stream.IntStream.range(0, fleet.rows())
                .filter(row -> outcomes.of()[row] >= 0)
                .toArray();
        byte[] labels = new byte[known.length];
        for (int at = 0; at < known.length; at++) {
            labels[at] = (byte) (outcomes.failed(known[at]) ? 1 : 0);
        }
        int episodes = 0;
        int found = 0;
        for (int asset = 0; asset < fleet.size(); asset++) {
            for (int row = fleet.first(asset); row < fleet.end(asset); row++) {
                if (!outcomes.failed(row)) {
                    continue;
                }
                int from = Math.max(fleet.first(asset), row - BEFORE);
                while (row + 1 < fleet.end(asset) && outcomes.failed(row + 1)) {
                    row++;
                }
                episodes++;
                found += Arrays.stream(smoothed, from, row + 1).anyMatch(score -> score >= limit) ? 1 : 0;
            }
        }
        double[] scores = Arrays.stream(known).mapToDouble(row -> smoothed[row]).toArray();
        return new Labelled(outcomes.failures(), episodes, found, new Ranking(scores, labels).auc());
    }
}
