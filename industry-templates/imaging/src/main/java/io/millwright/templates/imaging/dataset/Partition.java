package io.millwright.templates.imaging.dataset;

import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TemplateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Who is learnt from, and who is judged.
 *
 * @param learning rows to learn from
 * @param fold for each of them, which tenth it is in; each network leaves one tenth out
 * @param judged rows to judge on, which nothing is chosen by
 * @param how in words
 * @param leaks copies that stand on both sides and were taken out of the learning ones
 */
public record Partition(int[] learning, int[] fold, int[] judged, String how, int leaks) {

    /** Tenths. */
    public static final int FOLDS = 10;

    private static final int JUDGED_FOLDS = 2;
    private static final int NOWHERE = -1;
    private static final Set<String> TEST = Set.of("test", "testing");
    private static final List<String> GROUP_NAMES =
            List.of("patient", "subject", "person", "case_id", "caseid", "group", "serial", "batch_id");

    public static Partition of(
            Listing listing, Classes classes, Pictures pictures, int[] copies, OptionValues options, long seed)
            throws TemplateException {
        String chosen = options.text("column.group").orElse("");
        if (!chosen.isEmpty() && !chosen.equals("none") && !listing.has(chosen)) {
            throw TemplateException.user(
                    "column-missing",
                    "There is no column \"%s\" in the description of the images.".formatted(chosen),
                    "Choose one of: " + String.join(", ", listing.columns().keySet()) + ".");
        }
        String column = chosen.isEmpty() ? groupColumn(listing) : chosen;
        List<Integer> usable =
                classes.present().stream().filter(pictures::readable).toList();
        List<Integer> test =
                usable.stream().filter(row -> TEST.contains(part(listing, row))).toList();
        Set<Integer> named = new java.util.HashSet<>(test);
        boolean byPart = tells(classes, test)
                && tells(
                        classes,
                        usable.stream().filter(row -> !named.contains(row)).toList());
        Map<String, List<Integer>> groups = new HashMap<>();
        int leaks = 0;
        Set<Integer> inTest = byPart ? named : Set.of();
        Set<Integer> testCopies = new java.util.HashSet<>();
        inTest.forEach(row -> testCopies.add(copies[row]));
        for (int row : usable) {
            if (inTest.contains(row)) {
                continue;
            }
            if (testCopies.contains(copies[row])) {
                leaks++;
                continue;
            }
            String group = listing.text(column, row);
            String key = group == null ? "copy " + copies[row] : "group " + group;
            groups.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
        }
        int[] folds = deal(groups, classes, listing.size(), seed);
        int judgedFolds = byPart ? 0 : JUDGED_FOLDS;
        int[] learning = rows(folds, fold -> fold >= judgedFolds);
        int[] fold =
                Arrays.stream(learning).map(row -> folds[row] - judgedFolds).toArray();
        int[] judged = byPart
                ? test.stream().mapToInt(row -> row).toArray()
                : rows(folds, one -> one >= 0 && one < judgedFolds);
        String how = byPart
                ? "the folder \"" + listing.text(Listing.PART, test.getFirst()) + "\", which nothing was learnt from"
                : "a fifth of the images, chosen by chance"
                        + (listing.has(column) ? " so that each \"" + column + "\" is on one side only" : "");
        return new Partition(learning, fold, judged, how, leaks);
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
    private static boolean tells(Classes classes, List<Integer> rows) {
        long kinds = rows.stream()
                .map(row -> Arrays.toString(classes.truth()[row]))
                .distinct()
                .count();
        return kinds > 1 && rows.size() >= 2L * Classes.FEWEST;
    }

    static String groupColumn(Listing listing) {
        for (String hint : GROUP_NAMES) {
            for (String name : listing.extras()) {
                if (name.toLowerCase(Locale.ROOT).contains(hint) && listing.filled(name)) {
                    return name;
                }
            }
        }
        return "";
    }

    /** Whole groups, largest first, each to the tenth that has least of its class. */
    private static int[] deal(Map<String, List<Integer>> groups, Classes classes, int rowCount, long seed) {
        List<String> keys = new ArrayList<>(groups.keySet());
        keys.sort(null);
        java.util.Collections.shuffle(keys, new java.util.Random(new SplittableRandom(seed).nextLong()));
        keys.sort(java.util.Comparator.comparingInt(
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
