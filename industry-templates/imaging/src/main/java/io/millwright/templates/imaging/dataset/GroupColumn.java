package io.millwright.templates.imaging.dataset;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the column that says whom or what an image shows. Its name must say so as a whole: {@code patient_id} does, {@code
 * patient_sex} and {@code inpatient} do not.
 */
final class GroupColumn {

    private static final String NUMBER =
            "(?:id|ids|no|nr|num|number|nummer|code|key|name|uid|uuid|hash|index|identifier)";

    /** Who or what is shown; few of them are parted where the name says that it tells one from another. */
    private static final List<Pattern> SHOWN = patterns(
            "patient", "subject", "person", "proband", "lesion ?(?:id|no|nr|number)", "case ?(?:id|no|nr|number)");

    /** What may as well be an arm of a study or a kind of thing: only many of them are taken for single ones. */
    private static final List<Pattern> LOTS = patterns("group", "serial", "batch ?(?:id|no|nr|number)");

    private static final Pattern NUMBERED = Pattern.compile(".*" + NUMBER);
    private static final int MANY = 10;
    private static final Set<String> TRAITS = Set.of("sex", "gender", "age");

    private GroupColumn() {}

    /** Empty without one. */
    static String of(Listing listing, Classes classes) {
        return Stream.concat(SHOWN.stream(), LOTS.stream())
                .flatMap(hint -> listing.extras().stream()
                        .filter(name -> matches(hint, name) && listing.filled(name))
                        .filter(name -> many(listing.values(name)) || SHOWN.contains(hint) && isNumber(name))
                        .filter(name -> !tellsClasses(listing.values(name), classes)))
                .findFirst()
                .orElse("");
    }

    /** Whether the groups are but the classes: who wants to tell people apart does not want them kept on one side. */
    static boolean tellsClasses(List<@Nullable String> groups, Classes classes) {
        Map<String, Set<String>> answers = new HashMap<>();
        for (int row = 0; row < groups.size(); row++) {
            String group = groups.get(row);
            if (group != null && classes.known(row)) {
                answers.computeIfAbsent(group, none -> new HashSet<>()).add(Arrays.toString(classes.truth()[row]));
            }
        }
        return answers.size() <= classes.names().size() + 1
                && answers.values().stream().allMatch(some -> some.size() == 1);
    }

    private static boolean many(List<@Nullable String> groups) {
        return groups.stream().filter(Objects::nonNull).distinct().count() >= MANY;
    }

    private static boolean isNumber(String name) {
        return NUMBERED.matcher(words(name)).matches();
    }

    private static boolean matches(Pattern hint, String name) {
        return ColumnWords.of(name).stream().noneMatch(TRAITS::contains)
                && hint.matcher(words(name)).matches();
    }

    private static String words(String name) {
        return String.join(" ", ColumnWords.of(name));
    }

    private static List<Pattern> patterns(String... hints) {
        return Stream.of(hints)
                .map(hint -> Pattern.compile("(?:.* )?" + hint + "\\p{L}{0,2}(?: ?" + NUMBER + ")*"))
                .toList();
    }
}
