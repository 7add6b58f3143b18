package io.millwright.templates.learning.split;

/** Fewer rows where all would take too long. */
public final class Thinned {

    private Thinned() {}

    /**
     * At most so many rows, evenly spread and in their order; all where there are no more.
     *
     * @param rows as they are; not changed
     */
    public static int[] evenly(int[] rows, int most) {
        if (rows.length <= most) {
            return rows;
        }
        int[] some = new int[most];
        for (int at = 0; at < most; at++) {
            some[at] = rows[(int) ((long) at * rows.length / most)];
        }
        return some;
    }
}
