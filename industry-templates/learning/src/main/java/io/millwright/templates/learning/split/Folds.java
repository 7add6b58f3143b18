package io.millwright.templates.learning.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

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

    /**
     * A fold number from 0 for each row, all rows of a group in the same fold. Groups with most positives are dealt first,
     * each to the fold that has fewest of them, of equals to the smallest: folds are as alike as groups allow.
     *
     * @param labels 0 or 1
     * @param groups a number from 0 for each row, negative for rows that are a group of their own
     */
    public static int[] grouped(byte[] labels, int[] groups, int folds, long seed) {
        int[] group = numbered(groups);
        int count = Arrays.stream(group).max().orElse(-1) + 1;
        int[] rows = new int[count];
        int[] positives = new int[count];
        for (int row = 0; row < group.length; row++) {
            rows[group[row]]++;
            positives[group[row]] += labels[row];
        }
        List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        order.sort(Comparator.comparingInt((Integer one) -> -positives[one]).thenComparingInt(one -> -rows[one]));
        int[] foldOf = new int[count];
        int[] foldRows = new int[folds];
        int[] foldPositives = new int[folds];
        for (int one : order) {
            int best = 0;
            for (int fold = 1; fold < folds; fold++) {
                int fewer = positives[one] == 0 ? 0 : foldPositives[fold] - foldPositives[best];
                best = fewer < 0 || (fewer == 0 && foldRows[fold] < foldRows[best]) ? fold : best;
            }
            foldOf[one] = best;
            foldRows[best] += rows[one];
            foldPositives[best] += positives[one];
        }
        return Arrays.stream(group).map(one -> foldOf[one]).toArray();
    }

    /** Groups from 0 on without gaps, in the order they come. */
    private static int[] numbered(int[] groups) {
        Map<Integer, Integer> numbers = new HashMap<>();
        int next = 0;
        int[] numbered = new int[groups.length];
        for (int row = 0; row < groups.length; row++) {
            Integer known = groups[row] < 0 ? null : numbers.get(groups[row]);
            if (known == null) {
                known = next++;
                if (groups[row] >= 0) {
                    numbers.put(groups[row], known);
                }
            }
            numbered[row] = known;
        }
        return numbered;
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
