package io.millwright.templates.maintenance.failure;

import io.millwright.templates.learning.metrics.Order;
import io.millwright.templates.learning.split.Folds;
import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Divides cases into parts to hold out: by machine where several failed, so that no machine is on both sides; else by time,
 * where each part is judged by what was learnt before it; else by chance.
 *
 * @param of for each case its part, from 0
 * @param count parts
 * @param by what was dealt; in parts of time each may be judged by earlier ones only
 * @param gap of cases before a judged part, in time, that overlap with it
 */
record Parts(int[] of, int count, By by, double gap, double[] time) {

    /** What cases are dealt by. */
    enum By {
        MACHINE("on machines held out in turn"),
        TIME("on later rows, by what was learnt from earlier ones"),
        CHANCE("on rows held out in turn");

        private final String words;

        By(String words) {
            this.words = words;
        }
    }

    /** Fewer failing machines than this cannot be dealt into parts. */
    private static final int FEWEST_MACHINES = 5;

    /** Parts of time that are learnt from before the first is judged. */
    private static final int BEFORE = 2;

    /**
     * @param machines whether rows are of several machines
     * @param times whether rows follow each other, be it in the order of the file only
     */
    static Parts of(Cases cases, Fleet fleet, boolean machines, boolean times, double gap, int count, long seed) {
        double[] time = Arrays.stream(cases.rows())
                .mapToDouble(row -> fleet.time()[row])
                .toArray();
        int[] machine = cases.machines(fleet);
        byte[] failed = new byte[fleet.size()];
        byte[] labels = cases.labels();
        for (int at = 0; at < labels.length; at++) {
            failed[machine[at]] |= labels[at];
        }
        int failing = (int) IntStream.range(0, failed.length)
                .filter(one -> failed[one] == 1)
                .count();
        if (machines && failing >= FEWEST_MACHINES && fleet.size() >= FEWEST_MACHINES) {
            int parts = Math.min(count, failing);
            int[] dealt = Folds.stratified(failed, parts, seed);
            return new Parts(Arrays.stream(machine).map(one -> dealt[one]).toArray(), parts, By.MACHINE, 0, time);
        }
        if (times) {
            int[] order = Order.ascending(time);
            int parts = count + BEFORE - 1;
            int[] of = new int[order.length];
            for (int at = 0; at < order.length; at++) {
                of[order[at]] = (int) ((long) at * parts / order.length);
            }
            return new Parts(of, parts, By.TIME, gap, time);
        }
        return new Parts(Folds.stratified(labels, count, seed), count, By.CHANCE, 0, time);
    }

    /** Parts that are judged. */
    int[] judged() {
        return IntStream.range(rising() ? BEFORE : 0, count).toArray();
    }

    /** Cases of a part. */
    int[] held(int part) {
        return Folds.rows(of, part, true);
    }

    /** The part by which the number of trees is chosen when another is judged. */
    int choosing(int part) {
        return rising() ? part - 1 : (part + 1) % count;
    }

    /** Cases to learn from when a part is judged. */
    int[] learnt(int part) {
        int choosing = choosing(part);
        double until = rising()
                ? Arrays.stream(held(choosing))
                                .mapToDouble(at -> time[at])
                                .min()
                                .orElse(0)
                        - gap
                : Double.POSITIVE_INFINITY;
        return IntStream.range(0, of.length)
                .filter(at -> of[at] != part && of[at] != choosing && (!rising() || of[at] < part && time[at] <= until))
                .toArray();
    }

    /** How it is judged, in words. */
    String inWords() {
        return by.words;
    }

    private boolean rising() {
        return by == By.TIME;
    }
}
