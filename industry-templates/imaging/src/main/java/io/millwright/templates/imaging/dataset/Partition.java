package io.millwright.templates.imaging.dataset;

import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TemplateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who is learnt from, and who is judged.
 *
 * @param learning rows to learn from
 * @param fold for each of them, which tenth it is in; each network leaves one tenth out
 * @param judged rows to judge on, which nothing is chosen by
 * @param how in words
 * @param leaks copies of judged images among those to learn from, which were taken out
 * @param related images of a judged patient or the like among those to learn from
 * @param relatedLeftOut whether they were taken out, as they are unless hardly any other were left
 */
public record Partition(
        int[] learning, int[] fold, int[] judged, String how, int leaks, int related, boolean relatedLeftOut) {

    /** Tenths. */
    public static final int FOLDS = 10;

    private static final int JUDGED_FOLDS = 2;
    private static final int NOWHERE = -1;
    private static final Set<String> TEST = Set.of("test", "testing");

    public static Partition of(
            Listing listing, Classes classes, Pictures pictures, int[] copies, OptionValues options, long seed)
            throws TemplateException {
        Families families = Families.of(listing, classes, copies, options);
        List<Integer> usable =
                classes.present().stream().filter(pictures::readable).toList();
        Set<Integer> test = usable.stream()
                .filter(row -> TEST.contains(part(listing, row)))
                .collect(Collectors.toCollection(TreeSet::new));
        boolean byPart = tells(classes, test)
                && tells(
                        classes,
                        usable.stream().filter(row -> !test.contains(row)).toList());
        if (!byPart) {
            int[] folds = deal(byFamily(usable, families), classes, listing.size(), seed);
            String how = "a fifth of the images, chosen by chance"
                    + (families.bond() == null ? "" : " so that each " + families.bond() + " is on one side only");
            int[] judged = rows(folds, fold -> fold >= 0 && fold < JUDGED_FOLDS);
            return dealt(folds, JUDGED_FOLDS, judged, how, 0, 0, true);
        }
        List<Integer> rest = usable.stream().filter(row -> !test.contains(row)).toList();
        List<Integer> unlike = without(rest, of(test, copies), copies);
        List<Integer> strangers = without(unlike, of(test, families.first()), families.first());
        // where all people are on both sides there is nothing else to learn from; the report warns
        boolean enough = tells(classes, strangers);
        List<Integer> learning = enough ? strangers : unlike;
        int[] folds = deal(byFamily(learning, families), classes, listing.size(), seed);
        return dealt(
                folds,
                0,
                test.stream().mapToInt(row -> row).toArray(),
                "the folder \"" + listing.text(Listing.PART, test.iterator().next())
                        + "\", which nothing was learnt from",
                rest.size() - unlike.size(),
                unlike.size() - strangers.size(),
                enough);
    }

    private static Partition dealt(
            int[] folds, int judgedFolds, int[] judged, String how, int leaks, int related, boolean leftOut) {
        int[] learning = rows(folds, fold -> fold >= judgedFolds);
        int[] fold =
                Arrays.stream(learning).map(row -> folds[row] - judgedFolds).toArray();
        return new Partition(learning, fold, judged, how, leaks, related, leftOut);
    }

    private static Map<String, List<Integer>> byFamily(List<Integer> rows, Families families) {
        return rows.stream().collect(Collectors.groupingBy(row -> "copy " + families.first()[row]));
    }

    private static Set<Integer> of(Collection<Integer> rows, int[] kin) {
        return rows.stream().map(row -> kin[row]).collect(Collectors.toSet());
    }

    private static List<Integer> without(List<Integer> rows, Set<Integer> met, int[] kin) {
        return rows.stream().filter(row -> !met.contains(kin[row])).toList();
    }

    /** The rows of one tenth, or all others, as positions in {@link #learning}. */
    public int[] positions(int tenth, boolean inside) {
        return IntStream.range(0, learning.length)
                .filter(at -> fold[at] == tenth == inside)
                .toArray();
    }

    private static int[] rows(int[] folds, IntPredicate wanted) {
        return IntStream.range(0, folds.length)
                .filter(row -> wanted.test(folds[row]))
                .toArray();
    }

    private static String part(Listing listing, int row) {
        String part = listing.text(Listing.PART, row);
        return part == null ? "" : part.toLowerCase(Locale.ROOT);
    }

    /** Whether some rows hold at least two classes, or for classes that are no matter of either-or, both answers of one. */
    private static boolean tells(Classes classes, Collection<Integer> rows) {
        long kinds = rows.stream()
                .map(row -> Arrays.toString(classes.truth()[row]))
                .distinct()
                .count();
        return kinds > 1 && rows.size() >= 2L * Classes.FEWEST;
    }

    /** Whole groups, largest first, each to the tenth that has least of its class. */
    private static int[] deal(Map<String, List<Integer>> groups, Classes classes, int rowCount, long seed) {
        List<String> keys = new ArrayList<>(groups.keySet());
        keys.sort(null);
        Collections.shuffle(keys, new Random(new SplittableRandom(seed).nextLong()));
        keys.sort(Comparator.comparingInt(
                key -> -groups.getOrDefault(key, List.of()).size()));
        int[][] counts = new int[classes.names().size() + 1][FOLDS];
        int[] sizes = new int[FOLDS];
        int[] folds = new int[rowCount];
        Arrays.fill(folds, NOWHERE);
        for (String key : keys) {
            List<Integer> rows = groups.getOrDefault(key, List.of());
            int kind = classes.classOf(rows.getFirst()) + 1;
            int least = 0;
            for (int fold = 1; fold < FOLDS; fold++) {
                int difference = counts[kind][fold] - counts[kind][least];
                if (difference < 0 || difference == 0 && sizes[fold] < sizes[least]) {
                    least = fold;
                }
            }
            for (int row : rows) {
                counts[classes.classOf(row) + 1][least]++;
                sizes[least]++;
                folds[row] = least;
            }
        }
        return folds;
    }
}
