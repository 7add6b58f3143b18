package io.millwright.templates.maintenance.failure;

import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Turns failures at moments into the question whether a row is followed by a failure within a time. Rows so near the end of
 * what was watched that nobody can tell are left out.
 *
 * @param length the time
 */
record Horizon(double length) {

    /** Share of the typical time before a failure; long enough to act, short enough to be seen. */
    private static final double SHARE = 0.1;

    /** Found from how long machines typically run before they fail. */
    static Horizon of(Fleet fleet, double[] remaining) {
        double[] waits = IntStream.range(0, fleet.size())
                .filter(asset -> fleet.end(asset) > fleet.first(asset))
                .mapToDouble(asset -> remaining[fleet.first(asset)])
                .filter(wait -> wait > 0)
                .sorted()
                .toArray();
        double typical = waits.length == 0 ? fleet.medianSpan() : waits[waits.length / 2];
        return new Horizon(rounded(SHARE * typical));
    }

    /** One significant digit, so that people can say it. */
    private static double rounded(double value) {
        if (!(value > 0)) {
            return 1;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(value)));
        return Math.max(unit, Math.round(value / unit) * unit);
    }

    /** For each row 1 or 0; -1 where it cannot be told. */
    int[] labels(Fleet fleet, double[] remaining) {
        int[] labels = new int[fleet.rows()];
        Arrays.fill(labels, -1);
        for (int asset = 0; asset < fleet.size(); asset++) {
            double last = fleet.time()[Math.max(0, fleet.end(asset) - 1)];
            for (int row = fleet.first(asset); row < fleet.end(asset); row++) {
                boolean soon = remaining[row] <= length;
                boolean watched = !Double.isNaN(remaining[row]) || last - fleet.time()[row] > length;
                labels[row] = soon ? 1 : watched ? 0 : -1;
            }
        }
        return labels;
    }

    /** How many rows of a machine it typically spans. */
    int rows(Fleet fleet) {
        double rows = fleet.medianRows() * length / Math.max(fleet.medianSpan(), Double.MIN_NORMAL);
        return (int) Math.clamp(Math.round(rows), 3, Math.max(3, fleet.medianRows()));
    }
}
