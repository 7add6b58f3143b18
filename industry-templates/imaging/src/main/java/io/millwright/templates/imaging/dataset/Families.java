package io.millwright.templates.imaging.dataset;

import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TemplateException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Images that must not be parted by a split: of the same patient or the like, and copies.
 *
 * @param first for each image the first one of its family
 * @param bond what images of a family share, in words; null where there are only copies
 */
record Families(int[] first, @Nullable String bond) {

    /** {@code person12_virus_3.png}, {@code scans/patient-007/left.png}. */
    private static final Pattern IN_NAMES = Pattern.compile(
            "(?<![a-z])(?:patient|subject|person|proband|pat|subj)[-_ ]?(?:id)?[-_ ]?0*(\\d+)(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    /** With copies, a family may hold as much of all images; else copies that tie others together are left apart. */
    private static final double LARGEST = 0.2;

    static Families of(Listing listing, Classes classes, int[] copies, OptionValues options) throws TemplateException {
        String chosen = options.text("column.group").orElse("");
        if (!chosen.isEmpty() && !chosen.equals("none") && !listing.has(chosen)) {
            throw TemplateException.user(
                    "column-missing",
                    "There is no column \"%s\" in the description of the images.".formatted(chosen),
                    "Choose one of: " + String.join(", ", listing.columns().keySet()) + ".");
        }
        if (chosen.equals("none")) {
            return new Families(copies, null);
        }
        String column = chosen.isEmpty() ? GroupColumn.of(listing, classes) : chosen;
        if (listing.has(column)) {
            return tied(listing.values(column), copies, "\"" + column + "\"");
        }
        List<@Nullable String> named = named(listing);
        return named.isEmpty() || GroupColumn.tellsClasses(named, classes)
                ? new Families(copies, null)
                : tied(named, copies, "person that file names tell");
    }

    /** Who is shown, by the names of the files; empty where most do not say. */
    private static List<@Nullable String> named(Listing listing) {
        List<@Nullable String> people = new ArrayList<>();
        int found = 0;
        for (int row = 0; row < listing.size(); row++) {
            Matcher name = IN_NAMES.matcher(listing.name(row));
            boolean told = name.find();
            people.add(told ? name.group(1) : null);
            found += told ? 1 : 0;
        }
        return 2 * found > people.size() ? people : List.of();
    }

    private static Families tied(List<@Nullable String> groups, int[] copies, String bond) {
        int[] alone = new int[copies.length];
        Map<String, Integer> met = new HashMap<>();
        for (int row = 0; row < alone.length; row++) {
            String group = groups.get(row);
            Integer before = group == null ? null : met.putIfAbsent(group, row);
            alone[row] = before == null ? row : before;
        }
        int[] together = alone.clone();
        for (int row = 0; row < together.length; row++) {
            int one = root(together, row);
            int other = root(together, copies[row]);
            together[Math.max(one, other)] = Math.min(one, other);
        }
        for (int row = 0; row < together.length; row++) {
            together[row] = root(together, row);
        }
        boolean small = largest(together) <= Math.max(largest(alone), LARGEST * together.length);
        return new Families(small ? together : alone, bond);
    }

    private static int root(int[] parents, int row) {
        int at = row;
        while (parents[at] != at) {
            at = parents[at];
        }
        return at;
    }

    private static int largest(int[] families) {
        int[] sizes = new int[families.length];
        int most = 0;
        for (int family : families) {
            most = Math.max(most, ++sizes[family]);
        }
        return most;
    }
}
