package io.millwright.templates.forecasting.holidays;

import io.millwright.templates.forecasting.holidays.PublicHolidays.Named;
import io.millwright.templates.forecasting.panel.Clock;
import io.millwright.templates.forecasting.panel.Occasions;
import io.millwright.templates.forecasting.panel.Panel;
import io.millwright.templates.forecasting.panel.Series;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holidays on a grid of steps.
 *
 * @param days those in the time of the grid and around it
 * @param end the point after the last one
 */
record HolidaySteps(Clock clock, NavigableMap<LocalDate, Named> days, long end) {

    /** People buy before a holiday for longer than they rest after it. */
    static final int BEFORE = 7;

    static final int AFTER = 3;

    private static final int PLACES_BEFORE = 2;
    private static final int PLACES = PLACES_BEFORE + 2;

    private static final long DAY = 86_400_000_000L;
    /** Trees look at the steps beside one. */
    private static final int MARGIN = 2;

    static HolidaySteps of(Country country, Panel panel, int ahead) {
        long first = panel.series().stream().mapToLong(Series::start).min().orElse(0);
        return of(country, panel.clock(), first, panel.end() + ahead + MARGIN);
    }

    static HolidaySteps of(Country country, Clock clock, long first, long end) {
        return new HolidaySteps(
                clock,
                PublicHolidays.of(
                        country,
                        date(clock.moment(first)).minusDays(AFTER),
                        date(clock.moment(end)).plusDays(BEFORE)),
                end);
    }

    /** Whether steps are longer than a day. */
    static boolean areLong(Clock clock) {
        return clock.unit() == Clock.Unit.MONTH || clock.step() > DAY;
    }

    /** How many steps a day has; 0 where it has no whole number of them. */
    static int ofDay(Clock clock) {
        return areLong(clock) || DAY % clock.step() != 0 ? 0 : (int) (DAY / clock.step());
    }

    private static LocalDate date(long moment) {
        return LocalDate.ofEpochDay(Math.floorDiv(moment, DAY));
    }

    List<String> keys() {
        return days.values().stream().map(Named::key).distinct().sorted().toList();
    }

    /** What stands beside the values of a series from its first one on; NaN where no holiday is near. */
    List<float[]> columns(long start, List<String> keys) {
        int length = (int) Math.max(0, end - start);
        float[] count = new float[length];
        if (areLong(clock)) {
            for (int cell = 0; cell < length; cell++) {
                count[cell] = days.subMap(
                                date(clock.moment(start + cell)), true, date(clock.moment(start + cell + 1)), false)
                        .size();
            }
            return List.of(count);
        }
        float[] which = new float[length];
        float[] away = new float[length];
        Arrays.fill(which, Float.NaN);
        Arrays.fill(away, Float.NaN);
        for (int cell = 0; cell < length; cell++) {
            LocalDate day = date(clock.moment(start + cell));
            Map.Entry<LocalDate, Named> near = near(day);
            if (near != null) {
                int number = keys.indexOf(near.getValue().key());
                int distance = (int) ChronoUnit.DAYS.between(near.getKey(), day);
                count[cell] = distance == 0 ? 1 : 0;
                which[cell] = number < 0 ? Float.NaN : number;
                away[cell] = distance + BEFORE;
            }
        }
        return List.of(count, which, away);
    }

    /** Holidays with two days before and one after each; one without a number comes after those that have one. */
    Occasions occasions(long first, List<String> keys, int week, long[] starts) {
        int[] kinds = new int[(int) (end - first)];
        for (int at = 0; at < kinds.length; at++) {
            LocalDate day = date(clock.moment(first + at));
            Map.Entry<LocalDate, Named> near = near(day);
            int place = near == null ? -1 : (int) ChronoUnit.DAYS.between(near.getKey(), day) + PLACES_BEFORE;
            int number = near == null ? -1 : keys.indexOf(near.getValue().key());
            kinds[at] = place < 0 || place >= PLACES ? -1 : (number < 0 ? keys.size() : number) * PLACES + place;
        }
        return new Occasions(kinds, first, PLACES, week, starts);
    }

    /** The nearest holiday, or the later one of two as near. */
    private Map.@Nullable Entry<LocalDate, Named> near(LocalDate day) {
        var next = days.ceilingEntry(day);
        var last = days.lowerEntry(day);
        long until = next == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(day, next.getKey());
        long since = last == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(last.getKey(), day);
        if (until <= BEFORE && (until <= since || since > AFTER)) {
            return next;
        }
        return since <= AFTER ? last : null;
    }

    /** What the holiday at a step is called; empty where there is none, and of longer steps. */
    Optional<String> name(long step) {
        return areLong(clock)
                ? Optional.empty()
                : Optional.ofNullable(days.get(date(clock.moment(step)))).map(Named::title);
    }
}
