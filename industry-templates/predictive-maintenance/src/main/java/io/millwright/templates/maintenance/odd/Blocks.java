package io.millwright.templates.maintenance.odd;

import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Stretches of time of machines, which are held out in turn, neighbours together.
 *
 * @param stretches first row and end of each
 * @param fold of each
 * @param folds how many
 */
record Blocks(int[][] stretches, int[] fold, int folds) {

    private static final int WANTED = 24;
    private static final int LEAST_ROWS = 25;
    private static final int FOLDS = 4;

    static Blocks of(Fleet fleet) {
        int length = Math.max(LEAST_ROWS, Math.ceilDiv(fleet.rows(), WANTED));
        List<int[]> stretches = new ArrayList<>();
        for (int asset = 0; asset < fleet.size(); asset++) {
            int first = fleet.first(asset);
            int rows = fleet.end(asset) - first;
            int parts = Math.max(1, Math.round((float) rows / length));
            for (int part = 0; part < parts && rows > 0; part++) {
                stretches.add(new int[] {
                    first + (int) ((long) part * rows / parts), first + (int) ((long) (part + 1) * rows / parts)
                });
            }
        }
        int folds = Math.min(FOLDS, stretches.size());
        int[] fold = IntStream.range(0, stretches.size())
                .map(at -> (int) ((long) at * folds / stretches.size()))
                .toArray();
        return new Blocks(stretches.toArray(int[][]::new), fold, folds);
    }

    int count() {
        return stretches.length;
    }

    /** Blocks to learn from when a fold is held out; all for none (-1). */
    int[][] learnt(int held, boolean[] leftOut) {
        return IntStream.range(0, count())
                .filter(block -> fold[block] != held && !leftOut[block])
                .mapToObj(block -> stretches[block])
                .toArray(int[][]::new);
    }
}
