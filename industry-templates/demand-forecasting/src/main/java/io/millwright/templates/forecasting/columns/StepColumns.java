package io.millwright.templates.forecasting.columns;

import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.NumberReader;
import io.millwright.templates.learning.encoding.TableProfile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Finds columns that are the steps of series: {@code V2, V3, …}, {@code d_1, d_2, …}, {@code 2024-01-01, …}. */
public final class StepColumns {

    private static final int FEWEST = 6;
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

    /** The day that a column's name says: {@code 2024-01-31} or {@code 2024-01}. */
    public static Optional<LocalDate> day(String name) {
        try {
            return Optional.of(
                    name.strip().length() == 7
                            ? YearMonth.parse(name.strip()).atDay(1)
                            : LocalDate.parse(name.strip()));
        } catch (DateTimeException notDay) {
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
