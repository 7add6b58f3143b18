package io.millwright.templates.imaging.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whole families dealt to tenths, and which tenths are fit to judge on. Some tenths are told by a number whose bits they are.
 *
 * <p>What must be learnt and judged is each class, and for classes that are no matter of either-or its absence, too.
 */
final class Deal {

    static final int TENTHS = 10;
    static final int NO_TENTHS = 0;

    private static final int ALL = (1 << TENTHS) - 1;
    private static final int FIRST_TWO = 0b11;
    private static final int NOWHERE = -1;
    private static final double FIFTH = 0.2;
    private static final double LEAST_JUDGED = 0.05;
    private static final double MOST = 0.4;

    /** As bad as a class of which more than two thirds are judged. */
    private static final double UNJUDGED = 0.5;

    private final int[] tenths;
    private final int[] sizes = new int[TENTHS];
    private final int[][] counts;

    private Deal(int[] tenths, Classes classes) {
        this.tenths = tenths;
        this.counts = new int[TENTHS][2 * classes.names().size()];
        for (int row = 0; row < tenths.length; row++) {
            byte[] truth = classes.truth()[row];
            if (tenths[row] == NOWHERE || truth == null) {
                continue;
            }
            sizes[tenths[row]]++;
            for (int at = 0; at < truth.length; at++) {
                if (truth[at] == 1) {
                    counts[tenths[row]][at]++;
                } else if (!classes.exclusive()) {
                    counts[tenths[row]][truth.length + at]++;
                }
            }
        }
    }

    /**
     * Deals families, largest first, each to the tenth that has least of its class.
     *
     * @param kin for each row of the set what its family has in common
     */
    static Deal of(Collection<Integer> rows, int[] kin, Classes classes, long seed) {
        Map<String, List<Integer>> families = rows.stream().collect(Collectors.groupingBy(row -> "copy " + kin[row]));
        List<String> keys = new ArrayList<>(families.keySet());
        keys.sort(null);
        Collections.shuffle(keys, new Random(new SplittableRandom(seed).nextLong()));
        keys.sort(Comparator.comparingInt(
                key -> -families.getOrDefault(key, List.of()).size()));
        int[][] met = new int[classes.names().size() + 1][TENTHS];
        int[] sizes = new int[TENTHS];
        int[] tenths = new int[kin.length];
        Arrays.fill(tenths, NOWHERE);
        for (String key : keys) {
            List<Integer> family = families.getOrDefault(key, List.of());
            int kind = classes.classOf(family.getFirst()) + 1;
            int least = 0;
            for (int tenth = 1; tenth < TENTHS; tenth++) {
                int difference = met[kind][tenth] - met[kind][least];
                if (difference < 0 || difference == 0 && sizes[tenth] < sizes[least]) {
                    least = tenth;
                }
            }
            for (int row : family) {
                met[classes.classOf(row) + 1][least]++;
                sizes[least]++;
                tenths[row] = least;
            }
        }
        return new Deal(tenths, classes);
    }

    /** The first two tenths, unless they lack a class or hold too much. */
    int firstTwo() {
        boolean complete = IntStream.range(0, counts[0].length)
                .allMatch(kind -> count(ALL, kind) == 0 || count(FIRST_TWO, kind) > 0);
        return complete && sound(FIRST_TWO) ? FIRST_TWO : nearestToAFifth();
    }

    /** Sound tenths that hold about a fifth of all and of each class; where none are sound, those that lack least. */
    int nearestToAFifth() {
        int best = 1;
        double least = cost(best);
        for (int some = 2; some < ALL; some++) {
            double cost = cost(some);
            if (cost < least) {
                best = some;
                least = cost;
            }
        }
        return best;
    }

    private double cost(int judged) {
        int kinds = 0;
        double away = 0;
        double unlearnt = 0;
        for (int kind = 0; kind < counts[0].length; kind++) {
            int all = count(ALL, kind);
            if (all > 0) {
                int some = count(judged, kind);
                kinds++;
                away += some == 0 ? UNJUDGED : Math.abs((double) some / all - FIFTH);
                unlearnt += some == all ? 1 : 0;
            }
        }
        return 1_000 * unlearnt
                + (sound(judged) ? 0 : 100)
                + away / Math.max(1, kinds)
                + Math.abs((double) size(judged) / size(ALL) - FIFTH);
    }

    /** Whether it makes sense to judge on some tenths and to learn from the others. */
    boolean sound(int judged) {
        double share = (double) size(judged) / size(ALL);
        boolean allLearnt = IntStream.range(0, counts[0].length)
                .allMatch(kind -> count(ALL, kind) == 0 || count(judged, kind) < count(ALL, kind));
        return share >= LEAST_JUDGED && share <= MOST && allLearnt && tells(judged, ALL);
    }

    /** Whether each tenth that is not judged can be left out, so that the others still tell the classes. */
    boolean eachCanBeLeftOut(int judged) {
        int learnt = ALL & ~judged;
        return IntStream.range(0, TENTHS)
                .filter(tenth -> (learnt & 1 << tenth) != 0 && sizes[tenth] > 0)
                .allMatch(tenth -> sizes[tenth] <= MOST * size(learnt) && tells(learnt & ~(1 << tenth), learnt));
    }

    /** Whether some tenths know two classes at least, and those that most of the others have. */
    private boolean tells(int some, int others) {
        long known = 0;
        long kinds = 0;
        long of = 0;
        for (int kind = 0; kind < counts[0].length; kind++) {
            int all = count(others, kind);
            boolean met = count(some, kind) > 0;
            of += all;
            known += met ? all : 0;
            kinds += met ? 1 : 0;
        }
        return kinds >= 2 && 2 * known >= of;
    }

    private int count(int some, int kind) {
        int sum = 0;
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            sum += (some & 1 << tenth) == 0 ? 0 : counts[tenth][kind];
        }
        return sum;
    }

    private int size(int some) {
        return IntStream.range(0, TENTHS)
                .filter(tenth -> (some & 1 << tenth) != 0)
                .map(tenth -> sizes[tenth])
                .sum();
    }

    /** Rows of some tenths, or of all others. */
    int[] rows(int some, boolean inside) {
        return IntStream.range(0, tenths.length)
                .filter(row -> tenths[row] != NOWHERE && (some & 1 << tenths[row]) != 0 == inside)
                .toArray();
    }

    /** For some rows the tenths that they are in, counted anew without empty ones. */
    int[] numbered(int[] rows) {
        int[] met =
                Arrays.stream(rows).map(row -> tenths[row]).distinct().sorted().toArray();
        return Arrays.stream(rows)
                .map(row -> Arrays.binarySearch(met, tenths[row]))
                .toArray();
    }
}
