package io.millwright.templates.forecasting.columns;

import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.DatePatterns;
import io.millwright.templates.learning.encoding.DateWords;
import io.millwright.templates.learning.encoding.NumberReader;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.encoding.YearParts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds columns that are the steps of series: {@code V2, V3, …}, {@code d_1, d_2, …}, {@code 2024-01-01, …}. */
public final class StepColumns {

    private static final int FEWEST = 6;
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2100;
    private static final Pattern COUNTED = Pattern.compile("(.*?)(\\d{1,9})");

    private StepColumns() {}

    /** The longest run of neighbouring columns whose names count up by one or are rising dates; empty where too short. */
    static List<String> of(TableProfile profile) {
        List<String> best = List.of();
        List<String> run = new ArrayList<>();
        String last = "";
        for (ColumnProfile column : profile.columns().values()) {
            boolean numbers = column.present() == 0 || NumberReader.of(column).isPresent();
            if (!run.isEmpty() && !(numbers && follows(last, column.name()))) {
                run = new ArrayList<>();
            }
            if (numbers) {
                run.add(column.name());
                best = run.size() > best.size() ? run : best;
            }
            last = column.name();
        }
        return best.size() >= FEWEST ? List.copyOf(best) : List.of();
    }

    /** Ways to write a month or a day in the head of a column, apart from ISO's. */
    private static final List<DateTimeFormatter> WRITTEN = Stream.of(
                    "uuuuMM",
                    "MM.uuuu",
                    "M/uuuu",
                    "uuuu/MM",
                    "MMM uuuu",
                    "MMM-uuuu",
                    "MMM/uuuu",
                    "MMM_uuuu",
                    "MMMuuuu",
                    "uuuu MMM",
                    "uuuu-MMM",
                    "uuuu/MMM",
                    "MMM-uu",
                    "MMM uu",
                    "MMM/uu",
                    "d MMM uuuu",
                    "d-MMM-uuuu",
                    "d.M.uuuu",
                    "uuuuMMdd",
                    "uuuu/M/d")
            .map(pattern -> DatePatterns.builder(pattern)
                    .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
                    .toFormatter(Locale.ENGLISH))
            .toList();

    /** The day that a column's name says: {@code 2024-01-31}, {@code 2024-01}, {@code 202401}, {@code Jan 2024}, {@code März 24}, {@code T1 2024}, {@code KW 5 2024}. */
    public static Optional<LocalDate> day(String name) {
        String written = DateWords.plain(name);
        try {
            return Optional.of(written.length() == 7 ? YearMonth.parse(written).atDay(1) : LocalDate.parse(written));
        } catch (DateTimeException notIso) {
            return WRITTEN.stream()
                    .flatMap(format -> parsed(format, written).stream())
                    .findFirst()
                    .or(() -> YearParts.firstOfQuarter(written))
                    .or(() -> YearParts.monday(written));
        }
    }

    private static Optional<LocalDate> parsed(DateTimeFormatter format, String name) {
        try {
            return Optional.of(LocalDate.parse(name, format))
                    .filter(day -> day.getYear() >= EARLIEST && day.getYear() <= LATEST);
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static boolean follows(String one, String two) {
        Optional<LocalDate> before = day(one);
        Optional<LocalDate> after = day(two);
        if (before.isPresent() && after.isPresent()) {
            return after.get().isAfter(before.get());
        }
        OptionalLong first = number(one);
        OptionalLong second = number(two);
        return first.isPresent()
                && second.isPresent()
                && second.getAsLong() == first.getAsLong() + 1
                && prefix(one).equals(prefix(two));
    }

    private static OptionalLong number(String name) {
        var match = COUNTED.matcher(name.strip());
        return match.matches() ? OptionalLong.of(Long.parseLong(match.group(2))) : OptionalLong.empty();
    }

    private static String prefix(String name) {
        var match = COUNTED.matcher(name.strip());
        return match.matches() ? match.group(1) : name;
    }
}
