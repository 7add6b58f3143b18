package io.millwright.templates.maintenance.odd;

import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a machine with an alarm, with short breaks.
 *
 * @param from first row
 * @param to last row
 * @param worst the row with the largest score
 */
record Episode(int asset, int from, int to, int worst, double score) {

    /** Rows without an alarm that do not end an episode. */
    private static final int BREAK = 10;

    static List<Episode> of(Fleet fleet, double[] smoothed, double[] scores, double limit) {
        List<Episode> episodes = new ArrayList<>();
        for (int asset = 0; asset < fleet.size(); asset++) {
            Episode open = null;
            for (int row = fleet.first(asset); row < fleet.end(asset); row++) {
                if (smoothed[row] < limit) {
                    continue;
                }
                if (open != null && row - open.to > BREAK) {
                    episodes.add(open);
                    open = null;
                }
                open = open == null ? new Episode(asset, row, row, row, scores[row]) : open.upTo(row, scores[row]);
            }
            if (open != null) {
                episodes.add(open);
            }
        }
        return episodes;
    }

    private Episode upTo(int row, double another) {
        return another > score
                ? new Episode(asset, from, row, row, another)
                : new Episode(asset, from, row, worst, score);
    }
}
