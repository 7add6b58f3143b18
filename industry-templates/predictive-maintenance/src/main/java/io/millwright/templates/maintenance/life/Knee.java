package io.millwright.templates.maintenance.life;

import io.millwright.templates.learning.linear.LinearModel;
import io.millwright.templates.learning.linear.Ridge;
import io.millwright.templates.maintenance.fleet.Fleet;

/**
 * Finds how long before a failure wear begins to show: earlier than that, machines look alike, and "at least so long" is all
 * that can be said. For each candidate a straight combination of the sensors is fitted to the remaining life cut off there, on
 * half of the machines, and judged on the other half. The furthest that explains nearly as much as the best is taken (Heimes
 * 2008 introduced such a cut, by hand).
 */
final class Knee {

    private static final double PENALTY = 10;
    private static final int ROWS = 10_000;

    /** From a quarter of a typical life to the whole. */
    private static final int STEPS = 61;

    private static final int FIRST_STEP = 20;

    /** Seeing further is worth so much of what is explained: of nearly equal cuts, the furthest. */
    private static final double TOLERANCE = 0.04;

    private Knee() {}

    /**
     * @param scaled for each used sensor the value of each row
     * @param remaining per row; NaN where it is not known
     * @param typical a typical life
     */
    static double find(Fleet fleet, double[][] scaled, double[] remaining, int[] assets, double typical) {
        int[] even = rows(fleet, remaining, assets, 0);
        int[] odd = rows(fleet, remaining, assets, 1);
        if (even.length == 0 || odd.length == 0) {
            return typical;
        }
        double[] explained = new double[STEPS];
        for (int step = 0; step < STEPS; step++) {
            double cut = cut(typical, step);
            explained[step] =
                    explained(scaled, remaining, even, odd, cut) + explained(scaled, remaining, odd, even, cut);
        }
        double most = java.util.Arrays.stream(explained).max().orElse(0);
        int furthest = STEPS - 1;
        while (explained[furthest] < most - TOLERANCE * Math.abs(most)) {
            furthest--;
        }
        return cut(typical, furthest);
    }

    private static double cut(double typical, int step) {
        return typical * (step + FIRST_STEP) / (STEPS + FIRST_STEP - 1);
    }

    /** Fits the health of machines: 0 at failure, 1 from the cut on. */
    static LinearModel health(double[][] scaled, double[] remaining, int[] rows, double cut) {
        double[][] cells = new double[rows.length][scaled.length];
        double[] target = new double[rows.length];
        double[] weights = new double[rows.length];
        for (int at = 0; at < rows.length; at++) {
            for (int sensor = 0; sensor < scaled.length; sensor++) {
                cells[at][sensor] = scaled[sensor][rows[at]];
            }
            target[at] = Math.min(remaining[rows[at]], cut) / cut;
            weights[at] = 1;
        }
        return Ridge.fit(cells, target, weights, PENALTY);
    }

    /** Rows of every second machine whose failure is known, thinned evenly. */
    private static int[] rows(Fleet fleet, double[] remaining, int[] assets, int parity) {
        int[] all = new int[fleet.rows()];
        int count = 0;
        for (int at = parity; at < assets.length; at += 2) {
            for (int row = fleet.first(assets[at]); row < fleet.end(assets[at]); row++) {
                if (!Double.isNaN(remaining[row])) {
                    all[count++] = row;
                }
            }
        }
        int kept = Math.min(count, ROWS);
        int[] rows = new int[kept];
        for (int at = 0; at < kept; at++) {
            rows[at] = all[(int) ((long) at * count / kept)];
        }
        return rows;
    }

    private static double explained(double[][] scaled, double[] remaining, int[] learnt, int[] judged, double cut) {
        LinearModel model = health(scaled, remaining, learnt, cut);
        double[] row = new double[scaled.length];
        double mean = 0;
        for (int at : judged) {
            mean += Math.min(remaining[at], cut) / cut / judged.length;
        }
        double left = 0;
        double total = 0;
        for (int at : judged) {
            for (int sensor = 0; sensor < row.length; sensor++) {
                row[sensor] = scaled[sensor][at];
            }
            double target = Math.min(remaining[at], cut) / cut;
            left += Math.pow(target - model.predict(row), 2);
            total += Math.pow(target - mean, 2);
        }
        return total == 0 ? 0 : 1 - left / total;
    }
}
