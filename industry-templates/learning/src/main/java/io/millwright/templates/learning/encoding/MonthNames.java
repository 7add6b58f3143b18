package io.millwright.templates.learning.encoding;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names of months and days of the week as people write them: whole or short, with or without accents, in the languages of
 * those who bring files (names of Unicode's Common Locale Data Repository).
 */
public final class MonthNames {

    private static final List<Locale> LANGUAGES = Stream.of(
                    "en", "de", "fr", "es", "it", "pt", "nl", "da", "sv", "nb", "pl")
            .map(Locale::forLanguageTag)
            .toList();
    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
    private static final int SHORTEST = 3;

    private static final Map<String, Month> MONTHS = months();
    private static final Set<String> DAYS = days();

    private MonthNames() {}

    /** The month that a name stands for in one of the languages; empty where it is something else. */
    public static Optional<Month> month(String name) {
        return Optional.ofNullable(MONTHS.get(plain(name)));
    }

    static boolean isDayOfWeek(String name) {
        return DAYS.contains(plain(name));
    }

    private static Map<String, Month> months() {
        Map<String, Month> names =
                new HashMap<>(Map.of("maerz", Month.MARCH, "mrz", Month.MARCH, "sept", Month.SEPTEMBER));
        for (Locale language : LANGUAGES) {
            for (Month month : Month.values()) {
                STYLES.forEach(style -> names.put(plain(month.getDisplayName(style, language)), month));
            }
        }
        names.keySet().removeIf(name -> name.length() < SHORTEST);
        shortened(names).forEach(names::putIfAbsent);
        return Map.copyOf(names);
    }

    /** The first three and four letters of names, where they can only mean one month. */
    private static Map<String, Month> shortened(Map<String, Month> names) {
        Map<String, Month> found = new HashMap<>();
        Set<String> unclear = new HashSet<>();
        names.forEach((name, month) -> {
            for (int length = SHORTEST; length <= SHORTEST + 1 && length < name.length(); length++) {
                Month other = found.putIfAbsent(name.substring(0, length), month);
                if (other != null && other != month) {
                    unclear.add(name.substring(0, length));
                }
            }
        });
        found.keySet().removeAll(unclear);
        return found;
    }

    private static Set<String> days() {
        Set<String> names = new HashSet<>();
        for (Locale language : LANGUAGES) {
            for (DayOfWeek day : DayOfWeek.values()) {
                STYLES.forEach(style -> names.add(plain(day.getDisplayName(style, language))));
            }
        }
        return Set.copyOf(names);
    }

    /** Lower case without accents and the dot of an abbreviation. */
    private static String plain(String name) {
        String written = name.strip().toLowerCase(Locale.ROOT);
        String whole = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        return Normalizer.isNormalized(whole, Normalizer.Form.NFD)
                ? whole
                : Normalizer.normalize(whole, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }
}
