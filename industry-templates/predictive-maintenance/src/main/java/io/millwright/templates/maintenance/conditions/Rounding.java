package io.millwright.templates.maintenance.conditions;

import io.millwright.templates.maintenance.fleet.Fleet;

/**
 * Tells measurements that are rounded to a few values, and counts, from switches. Both keep to a few levels. But those of a
 * measurement lie evenly, and it either moves from one level to the next more often than chance would have it, only ever rises
 * or falls, or keeps to a middle with rare ends; a switch jumps.
 */
final class Rounding {

    /** With fewer levels nothing tells one from the other. */
    private static final int FEWEST = 4;

    private static final double EVEN = 0.02;
    private static final int FEWEST_TURNS = 20;

    /** A walk goes to neighbouring levels so many times as often as chance would. */
    private static final double WALK = 1.5;

    /** An end of a bell is at most this share of its middle. */
    private static final double RARE = 0.1;

    private Rounding() {}

    /** @param at for each row of the fleet the position of its level; negative where there is none */
    static boolean of(Fleet fleet, int[] at, Levels levels) {
        int count = levels.centres().length;
        if (count < FEWEST || !even(levels.centres())) {
            return false;
        }
        int[] rows = new int[count];
        for (int level : at) {
            if (level >= 0) {
                rows[level]++;
            }
        }
        return isBell(rows) || walks(fleet, at, rows);
    }

    private static boolean even(double[] centres) {
        double step = Double.POSITIVE_INFINITY;
        for (int level = 1; level < centres.length; level++) {
            step = Math.min(step, centres[level] - centres[level - 1]);
        }
        for (int level = 1; level < centres.length; level++) {
            double steps = (centres[level] - centres[level - 1]) / step;
            if (Math.abs(steps - Math.rint(steps)) > EVEN) {
                return false;
            }
        }
        return true;
    }

    private static boolean walks(Fleet fleet, int[] at, int[] rows) {
        int rises = 0;
        int falls = 0;
        int up = 0;
        int down = 0;
        for (int asset = 0; asset < fleet.size(); asset++) {
            for (int row = fleet.first(asset) + 1; row < fleet.end(asset); row++) {
                if (at[row] >= 0 && at[row - 1] >= 0) {
                    int move = at[row] - at[row - 1];
                    rises += move > 0 ? 1 : 0;
                    falls += move < 0 ? 1 : 0;
                    up += move == 1 ? 1 : 0;
                    down += move == -1 ? 1 : 0;
                }
            }
        }
        if (rises + falls < FEWEST_TURNS) {
            return false;
        }
        // the steps of a programme follow each other too, but in one direction
        double share = 2.0 * Math.min(up, down) / (rises + falls);
        return rises == 0 || falls == 0 || share >= WALK * neighboursByChance(rows);
    }

    /** Share of turns that would go to a neighbouring level if levels followed each other by chance. */
    private static double neighboursByChance(int[] rows) {
        double all = 0;
        double same = 0;
        double beside = 0;
        for (int level = 0; level < rows.length; level++) {
            all += rows[level];
            same += (double) rows[level] * rows[level];
            beside += level == 0 ? 0 : 2.0 * rows[level] * rows[level - 1];
        }
        return beside / (all * all - same);
    }

    /** Whether levels are the rarer the further they lie from the most frequent one, and at least one end is rare. */
    private static boolean isBell(int[] rows) {
        int peak = 0;
        for (int level = 1; level < rows.length; level++) {
            peak = rows[level] > rows[peak] ? level : peak;
        }
        return Math.min(rows[0], rows[rows.length - 1]) <= RARE * rows[peak]
                && isFalling(rows, peak, 1)
                && isFalling(rows, peak, -1);
    }

    private static boolean isFalling(int[] rows, int peak, int direction) {
        double least = rows[peak];
        for (int level = peak; level >= 0 && level < rows.length; level += direction) {
            // counts of chance differ by some standard deviations
            if (rows[level] > least + 3 * Math.sqrt(least) + 1) {
                return false;
            }
            least = Math.min(least, rows[level]);
        }
        return true;
    }
}
