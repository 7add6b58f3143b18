package io.millwright.templates.imaging.dataset;

import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TemplateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a set and which image has which.
 *
 * @param names sorted; of two exclusive ones the second is what is looked for
 * @param exclusive whether an image has exactly one
 * @param truth for each image and class 0 or 1; null where nothing is known
 * @param source where they were found, in words
 * @param rare classes with too few images, which are left out
 */
public record Classes(
        List<String> names, boolean exclusive, byte[] @Nullable [] truth, String source, List<String> rare) {

    /** Images that a class needs at least. */
    public static final int FEWEST = 4;

    static final int MOST = 200;

    /** @throws TemplateException of kind USER when there is nothing to tell apart */
    public static Classes of(Listing listing, OptionValues options) throws TemplateException {
        String chosen = options.text("column." + Listing.LABEL).orElse("");
        if (!chosen.isEmpty() && !listing.has(chosen)) {
            throw TemplateException.user(
                    "column-missing",
                    "There is no column \"%s\" in the description of the images.".formatted(chosen),
                    "Choose one of: " + String.join(", ", listing.columns().keySet()) + ".");
        }
        String column = chosen.isEmpty() ? LabelColumn.of(listing) : chosen;
        if (!column.isEmpty()) {
            return fromCells(listing, column, options);
        }
        List<String> flags = LabelColumn.flags(listing);
        if (flags.size() > 1) {
            return fromFlags(listing, flags, options);
        }
        String last = LabelColumn.last(listing);
        if (!last.isEmpty()) {
            return fromCells(listing, last, options);
        }
        throw TemplateException.user(
                "label-missing",
                "Nothing says which class an image belongs to.",
                "Put the images into one folder for each class, or add a label file, or choose its column.");
    }

    private static Classes fromFlags(Listing listing, List<String> flags, OptionValues options)
            throws TemplateException {
        TreeMap<String, Integer> counts = new TreeMap<>();
        boolean exclusive = true;
        for (int row = 0; row < listing.size(); row++) {
            int set = 0;
            boolean known = false;
            for (String flag : flags) {
                String text = listing.text(flag, row);
                known |= text != null;
                set += isSet(text) ? 1 : 0;
                counts.merge(flag, isSet(text) ? 1 : 0, Integer::sum);
            }
            exclusive &= !known || set == 1;
        }
        List<String> names = new ArrayList<>(flags);
        if (names.size() == 2 && exclusive) {
            soughtLast(names, counts, options);
        }
        byte[][] truth = new byte[listing.size()][];
        for (int row = 0; row < truth.length; row++) {
            byte[] found = new byte[names.size()];
            boolean known = false;
            for (int at = 0; at < found.length; at++) {
                String text = listing.text(names.get(at), row);
                known |= text != null;
                found[at] = (byte) (isSet(text) ? 1 : 0);
            }
            truth[row] = known ? found : null;
        }
        return checked(names, exclusive, truth, "the columns " + String.join(", ", flags));
    }

    private static boolean isSet(@Nullable String text) {
        return text != null && !text.startsWith("0") && !text.equalsIgnoreCase("false");
    }

    private static Classes fromCells(Listing listing, String column, OptionValues options) throws TemplateException {
        Cells cells = Cells.of(listing.values(column));
        TreeMap<String, Integer> counts = cells.counts();
        if (counts.isEmpty()) {
            throw TemplateException.user(
                    "label-missing",
                    "The column \"%s\" says of no image which class it belongs to.".formatted(column),
                    "Fill it in, or put the images into one folder for each class.");
        }
        if (counts.size() > MOST) {
            throw TemplateException.user(
                    "too-many-classes",
                    "The column \"%s\" has %d different values, more than %d classes."
                            .formatted(column, counts.size(), MOST),
                    "Choose another column, or join rare classes.");
        }
        List<String> names = new ArrayList<>(counts.keySet());
        if (names.size() == 2 && !cells.several()) {
            soughtLast(names, counts, options);
        }
        byte[][] truth = new byte[listing.size()][];
        for (int row = 0; row < truth.length; row++) {
            if (!cells.rows().get(row).isEmpty()) {
                truth[row] = new byte[names.size()];
                for (String name : cells.rows().get(row)) {
                    truth[row][names.indexOf(name)] = 1;
                }
            }
        }
        String source = column.equals(Listing.LABEL) ? "the folders or the column label" : "the column " + column;
        return checked(names, !cells.several(), truth, source);
    }

    /** Of two classes the one that is looked for: as a person says, else not the ordinary one, else the rarer. */
    private static void soughtLast(List<String> names, TreeMap<String, Integer> counts, OptionValues options) {
        String wanted = Cells.key(options.text("sought").orElse(""));
        List<String> keys = names.stream().map(Cells::key).toList();
        boolean firstOrdinary = Ordinary.is(names.get(0), names.get(1));
        boolean secondOrdinary = Ordinary.is(names.get(1), names.get(0));
        boolean swap = keys.contains(wanted)
                ? keys.get(0).equals(wanted)
                : firstOrdinary == secondOrdinary
                        ? counts.getOrDefault(names.get(0), 0) < counts.getOrDefault(names.get(1), 0)
                        : secondOrdinary;
        if (swap) {
            names.add(names.removeFirst());
        }
    }

    private static Classes checked(List<String> names, boolean exclusive, byte[][] truth, String source)
            throws TemplateException {
        List<String> rare = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        long known = Arrays.stream(truth).filter(row -> row != null).count();
        for (int at = 0; at < names.size(); at++) {
            int place = at;
            long count = Arrays.stream(truth)
                    .filter(row -> row != null && row[place] == 1)
                    .count();
            if (count < FEWEST || !exclusive && known - count < FEWEST) {
                rare.add(names.get(at));
            } else {
                kept.add(at);
            }
        }
        if (names.size() == 1 && exclusive) {
            throw TemplateException.user(
                    "one-class",
                    "Every image is of the same class \"%s\": there is nothing to tell apart."
                            .formatted(names.getFirst()),
                    "Bring images of at least two classes.");
        }
        if (kept.size() < (exclusive ? 2 : 1)) {
            throw TemplateException.user(
                    "too-few-images",
                    "Fewer than two classes have %d images or more.".formatted(FEWEST),
                    "Bring more images of each class, better hundreds.");
        }
        byte[][] narrowed = new byte[truth.length][];
        for (int row = 0; row < truth.length; row++) {
            if (truth[row] == null) {
                continue;
            }
            byte[] left = new byte[kept.size()];
            int sum = 0;
            for (int at = 0; at < left.length; at++) {
                left[at] = truth[row][kept.get(at)];
                sum += left[at];
            }
            narrowed[row] = exclusive && sum == 0 ? null : left;
        }
        return new Classes(kept.stream().map(names::get).toList(), exclusive, narrowed, source, List.copyOf(rare));
    }

    public boolean known(int row) {
        return truth[row] != null;
    }

    /** What is known of an image, in words; null where nothing is, or it has no class. */
    public @Nullable String told(int row) {
        byte[] found = truth[row];
        if (found == null || classOf(row) < 0) {
            return null;
        }
        return IntStream.range(0, found.length)
                .filter(at -> found[at] == 1)
                .mapToObj(names::get)
                .collect(Collectors.joining(", "));
    }

    /** The first class that an image has; −1 without one. */
    public int classOf(int row) {
        byte[] found = truth[row];
        for (int at = 0; found != null && at < found.length; at++) {
            if (found[at] == 1) {
                return at;
            }
        }
        return -1;
    }

    public LinkedHashSet<Integer> present() {
        LinkedHashSet<Integer> rows = new LinkedHashSet<>();
        for (int row = 0; row < truth.length; row++) {
            if (known(row)) {
                rows.add(row);
            }
        }
        return rows;
    }
}
