package io.millwright.templates.learning.split;

import java.util.Random;

/** Deals rows into folds of like mixture. */
public final class Folds {

    private Folds() {}

    /**
     * A fold number from 0 for each row: each fold gets its share of the positives and of the negatives, by chance.
     *
     * @param labels 0 or 1
     */
    public static int[] stratified(byte[] labels, int folds, long seed) {
        int[] order = new int[labels.length];
        for (int row = 0; row < order.length; row++) {
            order[row] = row;
        }
        Random random = new Random(seed);
        for (int at = order.length - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            int kept = order[at];
            order[at] = order[other];
            order[other] = kept;
        }
        int[] fold = new int[labels.length];
        int[] dealt = {0, folds / 2};
        for (int row : order) {
            fold[row] = dealt[labels[row]]++ % folds;
        }
        return fold;
    }

    /** The rows whose fold is, or is not, this one. */
    public static int[] rows(int[] folds, int fold, boolean inside) {
        int count = 0;
        for (int value : folds) {
            count += (value == fold) == inside ? 1 : 0;
        }
        int[] rows = new int[count];
        int at = 0;
        for (int row = 0; row < folds.length; row++) {
            if ((folds[row] == fold) == inside) {
                rows[at++] = row;
            }
        }
        return rows;
    }
}
