package io.millwright.templates.forecasting.panel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A grid of regular steps.
 *
 * @param unit what a step is counted in
 * @param step units from one point of the grid to the next
 * @param start the point with number 0, in units
 */
public record Clock(Unit unit, long step, long start) {

    private static final long SECOND = 1_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long MONTH = 28 * DAY;

    /** What steps are counted in. */
    public enum Unit {
        /** Numbers without a calendar. */
        NUMBER,
        MICROSECOND,
        /** Months of the calendar, however long. */
        MONTH
    }

    /** A grid without times. */
    public static Clock counting() {
        return new Clock(Unit.NUMBER, 1, 1);
    }

    /**
     * The grid that moments lie on.
     *
     * @param first the earliest moment
     * @param usual the usual distance from one moment to the next, in microseconds
     */
    public static Clock of(long first, long usual) {
        if (usual >= MONTH) {
            long months = Math.max(1, Math.round(usual / (30.4375 * DAY)));
            return new Clock(Unit.MONTH, months, month(first));
        }
        return new Clock(Unit.MICROSECOND, Math.max(1, usual), first);
    }

    /** The number of the grid's point nearest to a moment (microseconds, or a number). */
    public long index(long moment) {
        long units = unit == Unit.MONTH ? month(moment) : moment;
        return Math.floorDiv(units - start + (unit == Unit.MONTH ? 0 : step / 2), step);
    }

    /** The moment of a point: microseconds since 1970, or a number. */
    public long moment(long index) {
        long units = start + index * step;
        return unit == Unit.MONTH
                ? YearMonth.of((int) Math.floorDiv(units, 12L), (int) Math.floorMod(units, 12L) + 1)
                                .atDay(1)
                                .atStartOfDay()
                                .toEpochSecond(ZoneOffset.UTC)
                        * SECOND
                : units;
    }

    /** Whether points are days without a time of day. */
    public boolean days() {
        return unit == Unit.MONTH || unit == Unit.MICROSECOND && step % DAY == 0 && start % DAY == 0;
    }

    /** After how many steps the calendar repeats itself, the shorter first. */
    public List<Integer> calendarPeriods() {
        if (unit == Unit.MONTH) {
            return step < 12 && 12 % step == 0 ? List.of((int) (12 / step)) : List.of();
        }
        if (unit == Unit.NUMBER) {
            return List.of();
        }
        if (step == 7 * DAY) {
            return List.of(52);
        }
        if (step == DAY) {
            return List.of(7);
        }
        return step < DAY && DAY % step == 0 ? List.of((int) (DAY / step), (int) (7 * DAY / step)) : List.of();
    }

    /** How far ahead people usually look. */
    public int usualHorizon(int season) {
        if (unit == Unit.MONTH) {
            return step >= 12 ? 6 : step >= 3 ? 8 : 18;
        }
        if (unit == Unit.MICROSECOND && step >= 7 * DAY) {
            return 13;
        }
        return season < 2 ? 8 : season > 200 ? season : season >= 12 && season < 24 ? 18 : 2 * season;
    }

    /** What one step is called, so that an s makes several of it, e.g. "day" or "10-minute step". */
    public String word() {
        return switch (unit) {
            case NUMBER -> "step";
            case MONTH -> step == 1 ? "month" : step == 3 ? "quarter" : step == 12 ? "year" : step + "-month step";
            case MICROSECOND -> word(step);
        };
    }

    private static String word(long micros) {
        if (micros % DAY == 0) {
            return micros == DAY ? "day" : micros == 7 * DAY ? "week" : micros / DAY + "-day step";
        }
        if (micros % HOUR == 0) {
            return micros == HOUR ? "hour" : micros / HOUR + "-hour step";
        }
        if (micros % MINUTE == 0) {
            return micros == MINUTE ? "minute" : micros / MINUTE + "-minute step";
        }
        return micros == SECOND
                ? "second"
                : BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString() + "-second step";
    }

    /** A point in words. */
    public String text(long index) {
        if (unit == Unit.NUMBER) {
            return Long.toString(moment(index));
        }
        String instant =
                Instant.ofEpochSecond(Math.floorDiv(moment(index), SECOND)).toString();
        return days() ? instant.substring(0, 10) : instant.substring(0, 16).replace('T', ' ');
    }

    private static long month(long micros) {
        YearMonth month = YearMonth.from(
                Instant.ofEpochSecond(Math.floorDiv(micros, SECOND)).atOffset(ZoneOffset.UTC));
        return month.getYear() * 12L + month.getMonthValue() - 1;
    }
}
