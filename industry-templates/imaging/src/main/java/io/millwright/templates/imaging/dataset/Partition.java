package io.millwright.templates.imaging.dataset;

import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TemplateException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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
 * @param relatedLeftOut whether they were taken out, as they are unless too little were left to learn from or to judge on
 */
public record Partition(
        int[] learning, int[] fold, int[] judged, String how, int leaks, int related, boolean relatedLeftOut) {

    /** Tenths. */
    public static final int FOLDS = Deal.TENTHS;

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
            return byChance(usable, families, copies, classes, seed);
        }
        List<Integer> rest = usable.stream().filter(row -> !test.contains(row)).toList();
        List<Integer> unlike = without(rest, of(test, copies), copies);
        List<Integer> strangers = without(unlike, of(test, families.first()), families.first());
        // where all people are on both sides there is nothing else to learn from; the report warns
        boolean enough = tells(classes, strangers);
        Deal deal = Deal.of(enough ? strangers : unlike, families.first(), classes, seed);
        int[] learning = deal.rows(Deal.NO_TENTHS, false);
        return new Partition(
                learning,
                tenths(deal, Deal.NO_TENTHS, copies, classes, seed),
                test.stream().mapToInt(row -> row).toArray(),
                "the folder \"" + listing.text(Listing.PART, test.iterator().next())
                        + "\", which nothing was learnt from",
                rest.size() - unlike.size(),
                unlike.size() - strangers.size(),
                enough);
    }

    /** Judged on whole families, or where these are too few or too large, on images whose copies are not learnt from. */
    private static Partition byChance(
            List<Integer> usable, Families families, int[] copies, Classes classes, long seed) {
        Deal deal = Deal.of(usable, families.first(), classes, seed);
        // the largest families come first, so that the first two tenths would judge on them always
        int tenths = families.bond() == null ? deal.firstTwo() : deal.nearestToAFifth();
        boolean whole = families.bond() == null || deal.sound(tenths);
        if (!whole) {
            deal = Deal.of(usable, copies, classes, seed);
            tenths = deal.firstTwo();
        }
        int[] judged = deal.rows(tenths, true);
        int[] learning = deal.rows(tenths, false);
        Set<Integer> met = of(Arrays.stream(judged).boxed().toList(), families.first());
        long related = Arrays.stream(learning)
                .filter(row -> met.contains(families.first()[row]))
                .count();
        String how = share(judged.length, usable.size()) + " of the images, chosen by chance"
                + (families.bond() == null || !whole
                        ? ""
                        : " so that each " + families.bond() + " is on one side only");
        return new Partition(
                learning, tenths(deal, tenths, copies, classes, seed), judged, how, 0, (int) related, whole);
    }

    private static String share(int some, int all) {
        long percent = Math.round(100.0 * some / Math.max(1, all));
        return percent > 15 && percent < 25 ? "a fifth" : percent + " %";
    }

    /** Which tenth each row to learn from is in; by copies, or else alone, where a tenth of whole families leaves too little. */
    private static int[] tenths(Deal deal, int judged, int[] copies, Classes classes, long seed) {
        int[] learning = deal.rows(judged, false);
        if (deal.eachCanBeLeftOut(judged)) {
            return deal.numbered(learning);
        }
        List<Integer> rows = Arrays.stream(learning).boxed().toList();
        Deal byCopies = Deal.of(rows, copies, classes, seed);
        int[] alone = IntStream.range(0, copies.length).toArray();
        return (byCopies.eachCanBeLeftOut(Deal.NO_TENTHS) ? byCopies : Deal.of(rows, alone, classes, seed))
                .numbered(learning);
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
}
