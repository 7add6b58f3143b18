package io.millwright.templates.maintenance.odd;

import java.util.Arrays;

/**
 * Draws single spikes in: of the latest rows, so many must be odd.
 *
 * @param rows how many must be odd, of twice as many less one
 */
record Persistence(int rows) {

    /** For each row the score that {@code rows} of the latest rows reach. */
    double[] smoothed(double[] scores) {
        if (rows <= 1) {
            return scores.clone();
        }
        int window = 2 * rows - 1;
        double[] smoothed = new double[scores.length];
        double[] latest = new double[window];
        for (int at = 0; at < scores.length; at++) {
            for (int back = 0; back < window; back++) {
                latest[back] = at >= back ? scores[at - back] : 0;
            }
            double[] sorted = latest.clone();
            Arrays.sort(sorted);
            smoothed[at] = sorted[window - rows];
        }
        return smoothed;
    }
}
