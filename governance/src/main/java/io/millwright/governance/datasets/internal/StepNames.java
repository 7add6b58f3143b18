package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.SeriesProfile.Frequency;
import io.millwright.governance.datasets.SeriesProfile.Unit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of columns that are steps: one after the other, numbered or days.
 *
 * @param from where they begin; they go on to the last column
 * @param frequency from one to the next
 * @param dated days rather than numbers
 */
record StepNames(int from, Frequency frequency, boolean dated) {

    /** Fewer numbered columns may be anything. */
    private static final int FEWEST_NUMBERED = 24;

    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,9})");
    private static final Pattern DAY = Pattern.compile("\\D{0,10}?(\\d{4})-(\\d{2})(?:-(\\d{2}))?(?:[T ]00:00:00Z?)?");

    /**
     * The steps at the end of a table's columns; null when there are none.
     *
     * @param least the first column that may be one; from there on all hold numbers
     */
    static @Nullable StepNames of(List<String> names, int least) {
        var dated = dated(names, least);
        return dated != null ? dated : numbered(names, least);
    }

    private static @Nullable StepNames numbered(List<String> names, int least) {
        var from = names.size();
        @Nullable String prefix = null;
        long next = 0;
        while (from > least) {
            var match = NUMBERED.matcher(names.get(from - 1));
            if (!match.matches()
                    || prefix != null
                            && (!prefix.equals(match.group(1)) || Long.parseLong(match.group(2)) != next - 1)) {
                break;
            }
            prefix = match.group(1);
            next = Long.parseLong(match.group(2));
            from--;
        }
        return names.size() - from < FEWEST_NUMBERED ? null : new StepNames(from, new Frequency(Unit.STEP, 1), false);
    }

    private static @Nullable StepNames dated(List<String> names, int least) {
        var from = names.size();
        while (from > least && day(names.get(from - 1)) != null) {
            from--;
        }
        var days =
                names.subList(from, names.size()).stream().map(StepNames::day).toList();
        if (days.size() < TimeGrid.FEWEST) {
            return null;
        }
        var frequency = frequency(days);
        return frequency == null ? null : new StepNames(from, frequency, true);
    }

    private static @Nullable Frequency frequency(List<@Nullable LocalDate> days) {
        long inDays = 0;
        long inMonths = 0;
        for (var i = 1; i < days.size(); i++) {
            var before = days.get(i - 1);
            var after = days.get(i);
            if (before == null || after == null || !after.isAfter(before)) {
                return null;
            }
            var inBetween = ChronoUnit.DAYS.between(before, after);
            var months = ChronoUnit.MONTHS.between(before.withDayOfMonth(1), after.withDayOfMonth(1));
            inDays = i == 1 || inDays == inBetween ? inBetween : -1;
            inMonths = i == 1 || inMonths == months ? months : -1;
        }
        if (inDays > 0) {
            return inDays % 7 == 0 ? new Frequency(Unit.WEEK, inDays / 7) : new Frequency(Unit.DAY, inDays);
        }
        return inMonths > 0 ? TimeGrid.monthly(inMonths) : null;
    }

    private static @Nullable LocalDate day(String name) {
        var match = DAY.matcher(name.strip());
        if (!match.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(match.group(1)),
                    Integer.parseInt(match.group(2)),
                    match.group(3) == null ? 1 : Integer.parseInt(match.group(3)));
        } catch (DateTimeException none) {
            return null;
        }
    }
}
