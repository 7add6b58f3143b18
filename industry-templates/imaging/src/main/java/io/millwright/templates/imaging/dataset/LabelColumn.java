package io.millwright.templates.imaging.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what names the classes where nobody chose it: a column that is called so, then the folders, then a column that has a
 * name like it, then columns of 0 and 1.
 */
final class LabelColumn {

    /** Parts of names, likeliest first. */
    private static final List<String> PARTS = List.of(
            "label",
            "class",
            "klasse",
            "category",
            "kategorie",
            "diagnos",
            "target",
            "finding",
            "befund",
            "clase",
            "classe",
            "defect");

    /** Words that say it, likeliest first. */
    private static final List<String> WORDS = List.of(
            "label",
            "labels",
            "class",
            "klasse",
            "category",
            "kategorie",
            "diagnosis",
            "diagnose",
            "diagnoses",
            "diagnostic",
            "target",
            "finding",
            "findings",
            "befund",
            "befunde",
            "clase",
            "classe",
            "classes",
            "defect",
            "dx");

    /** Words beside them that do not make it something else, as "size" in "size class" does. */
    private static final Set<String> BESIDE =
            Set.of("image", "primary", "final", "main", "true", "name", "id", "code", "text");

    private static final String TYPE = "type";
    private static final double MOST_IMAGES = 0.9;

    private LabelColumn() {}

    /** The column; empty without one. */
    static String of(Listing listing) {
        boolean labelled = listing.filled(Listing.LABEL);
        boolean folders =
                labelled && Cells.of(listing.values(Listing.LABEL)).counts().size() > 1;
        // a label file that names its column "label" knows best
        if (!folders || namedByFolders(listing)) {
            String called = first(listing, WORDS, (word, name) -> called(word, name) && names(listing, name));
            if (!called.isEmpty()) {
                return called;
            }
        }
        if (folders) {
            return Listing.LABEL;
        }
        Predicate<String> usable = name -> labelled ? names(listing, name) : listing.filled(name);
        String like = first(
                listing, PARTS, (part, name) -> name.toLowerCase(Locale.ROOT).contains(part) && usable.test(name));
        return like.isEmpty()
                ? first(listing, List.of(TYPE), (type, name) -> name.equalsIgnoreCase(type) && usable.test(name))
                : like;
    }

    /** Columns of 0 and 1, one for each class. */
    static List<String> flags(Listing listing) {
        return listing.extras().stream()
                .filter(column -> listing.filled(column) && isFlag(listing.values(column)))
                .toList();
    }

    /** The only folder, else a column that tells some type; empty without one. */
    static String last(Listing listing) {
        return listing.filled(Listing.LABEL)
                ? Listing.LABEL
                : first(
                        listing,
                        List.of(TYPE),
                        (type, name) -> name.toLowerCase(Locale.ROOT).endsWith(type) && names(listing, name));
    }

    private interface Fit {
        boolean fits(String hint, String name);
    }

    private static String first(Listing listing, List<String> hints, Fit fit) {
        return hints.stream()
                .flatMap(hint -> listing.extras().stream().filter(name -> fit.fits(hint, name)))
                .findFirst()
                .orElse("");
    }

    private static boolean called(String word, String name) {
        List<String> words = ColumnWords.of(name);
        return words.contains(word) && words.stream().allMatch(one -> WORDS.contains(one) || BESIDE.contains(one));
    }

    /** Whether a column tells classes of nearly all images, each of some of them. */
    private static boolean names(Listing listing, String column) {
        Cells cells = Cells.of(listing.values(column));
        return cells.counts().size() <= Classes.MOST
                && cells.kinds() > 1
                && cells.learnable() >= MOST_IMAGES * listing.size();
    }

    private static boolean namedByFolders(Listing listing) {
        for (int row = 0; row < listing.size(); row++) {
            String label = listing.text(Listing.LABEL, row);
            List<String> folders = Arrays.asList(listing.name(row).split("/"));
            if (label != null && !folders.subList(0, folders.size() - 1).contains(label)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFlag(List<@Nullable String> values) {
        return values.stream()
                .allMatch(value -> value == null
                        || Stream.of("0", "1", "true", "false", "0.0", "1.0").anyMatch(value::equalsIgnoreCase));
    }
}
