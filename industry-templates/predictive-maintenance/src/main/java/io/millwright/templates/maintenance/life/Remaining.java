package io.millwright.templates.maintenance.life;

import io.millwright.templates.maintenance.fleet.Fleet;

/** How long each machine still had to run at each of its rows; machines that were not seen to fail are left out. */
public final class Remaining {

    private Remaining() {}

    /** For each row the time until the machine's failure; NaN where that is not known. */
    public static double[] of(Fleet fleet, boolean failuresNamed) {
        double[] remaining = new double[fleet.rows()];
        java.util.Arrays.fill(remaining, Double.NaN);
        for (int asset = 0; asset < fleet.size(); asset++) {
            double failure = Double.NaN;
            for (int row = fleet.end(asset) - 1; row >= fleet.first(asset); row--) {
                boolean last = row == fleet.end(asset) - 1;
                if (failuresNamed ? fleet.failed()[row] : last) {
                    failure = fleet.time()[row];
                }
                remaining[row] = failure - fleet.time()[row];
            }
        }
        return remaining;
    }
}
