package io.millwright.templates.learning.encoding;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quarters and weeks with their year in words: {@code 1. Quartal 2024}, {@code T1 2024}, {@code KW 05/2024}, {@code S5 2024}. */
public final class YearParts {

    private static final String ENDING = "(?:\\.|st|nd|rd|th|er|ère|e|è|ème|eme|º|°|ª|a|:a)?";
    private static final String QUARTER =
            "(?:Quartal|Quarter|Qtr|Qu|Q|Trimestre|Trimester|Trim|T|Kwartaal|Kvartal|Kwartał|K)\\.?";
    private static final String WEEK =
            "(?:Kalenderwoche|KW|CW|Week|Wk|W|Woche|Semaine|Semana|Sem|S|Settimana|Sett|Uge|Vecka|V"
                    + "|Uke|Tydzień)\\.?";
    private static final String OF = "(?:(?:de|del|di|do|of)\\s+)?";
    private static final String BEFORE = "(?:(?<first>\\d{4})[\\s/.,-]*)?";
    private static final String AFTER = "(?:[\\s/.,'-]*" + OF + "(?<last>\\d{4}))?";
    private static final int WEEKS_OF_A_YEAR = 53;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern QUARTERS = Pattern.compile(
            BEFORE + "(?:" + QUARTER + "\\s*(?<one>[1-4])|(?<two>[1-4])" + ENDING + "[\\s.-]*" + QUARTER + ")" + AFTER,
            FLAGS);
    private static final Pattern WEEKS = Pattern.compile(
            BEFORE + "(?:" + WEEK + "[\\s.-]*(?<one>\\d{1,2})|(?<two>\\d{1,2})" + ENDING + "[\\s.-]*" + WEEK + ")"
                    + AFTER,
            FLAGS);

    private YearParts() {}

    /** The number of a quarter whose year stands elsewhere: {@code Q1}, {@code 2. Quartal}. */
    public static OptionalInt quarter(String text) {
        Matcher quarter = QUARTERS.matcher(text.strip());
        return quarter.matches() && quarter.group("first") == null && quarter.group("last") == null
                ? OptionalInt.of(number(quarter))
                : OptionalInt.empty();
    }

    /** The first day of a quarter; empty where a text is no quarter of a year. */
    public static Optional<LocalDate> firstOfQuarter(String text) {
        return year(QUARTERS.matcher(text.strip()), (year, quarter) -> LocalDate.of(year, 3 * quarter - 2, 1));
    }

    /** The Monday of a week of ISO 8601; empty where a text is no week of a year. */
    public static Optional<LocalDate> monday(String text) {
        return year(WEEKS.matcher(text.strip()), YearParts::monday);
    }

    private static LocalDate monday(int year, int week) {
        if (week < 1 || week > WEEKS_OF_A_YEAR) {
            throw new DateTimeException("no week");
        }
        return LocalDate.of(year, 1, 4).with(WeekFields.ISO.dayOfWeek(), 1).plusWeeks(week - 1L);
    }

    private static Optional<LocalDate> year(Matcher found, Day day) {
        if (!found.matches() || (found.group("first") == null) == (found.group("last") == null)) {
            return Optional.empty();
        }
        int year = Integer.parseInt(found.group("first") == null ? found.group("last") : found.group("first"));
        try {
            return Optional.of(day.of(year, number(found)));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static int number(Matcher found) {
        return Integer.parseInt(found.group("one") == null ? found.group("two") : found.group("one"));
    }

    private interface Day {
        LocalDate of(int year, int number);
    }
}
