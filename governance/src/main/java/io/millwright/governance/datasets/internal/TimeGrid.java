package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.ColumnType;
import io.millwright.governance.datasets.DatasetColumn;
import io.millwright.governance.datasets.SeriesProfile.Frequency;
import io.millwright.governance.datasets.SeriesProfile.Unit;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Regular steps that the times of a column lie on.
 *
 * @param slot SQL for a row's step, from 0; NULL without a time
 * @param slots steps from the first time to the last
 * @param times different times
 */
record TimeGrid(DatasetColumn column, Frequency frequency, String slot, long slots, long times) {

    /** Fewer times than this show no frequency. */
    static final int FEWEST = 8;

    /** Fewer steps with a time than this share are accidents. */
    private static final double FILLED = .6;

    private static final double ON_GRID = .99;
    private static final long SECOND = 1_000_000;
    private static final long DAY = 86_400 * SECOND;

    /** What the distances between neighbouring times tell. */
    private record Steps(long times, long lowest, long highest, long usual, long onGrid, long all) {

        boolean regular() {
            return times >= FEWEST && usual > 0 && onGrid >= ON_GRID * all && times >= FILLED * slots();
        }

        long slots() {
            return (highest - lowest) / usual + 1;
        }
    }

    /** The steps of a column; null when its times lie on none. */
    static @Nullable TimeGrid find(DuckSession duck, String source, DatasetColumn column) throws SQLException {
        var c = DuckTypes.identifier(column.name());
        if (column.type() == ColumnType.INTEGER) {
            var steps = steps(duck, source, c);
            return steps.regular() ? grid(column, new Frequency(Unit.STEP, steps.usual()), c, steps) : null;
        }
        if (column.type() == ColumnType.TEXT) {
            c = "TRY_CAST(" + c + " || '-01' AS DATE)";
            if (!areMonths(duck, source, DuckTypes.identifier(column.name()), c)) {
                return null;
            }
        }
        var moment = "CAST(" + c + " AS TIMESTAMP)";
        if (onWorkdays(duck, source, moment)) {
            // Mondays are the days that leave 4 by 7, counted from 1970-01-01, a Thursday.
            var workday = "(CAST(floor((date_diff('day', DATE '1970-01-01', CAST(%s AS DATE)) + 3) / 7) AS BIGINT) * 5"
                            .formatted(c)
                    + " + isodow(" + c + ") - 1)";
            var steps = steps(duck, source, workday);
            if (steps.regular() && steps.usual() == 1) {
                return grid(column, new Frequency(Unit.WORKDAY, 1), workday, steps);
            }
        }
        var micros = "epoch_us(" + moment + ")";
        var steps = steps(duck, source, micros);
        if (steps.regular() && steps.usual() % SECOND == 0) {
            return grid(column, fixed(steps.usual()), micros, steps);
        }
        var month = "(year(%s) * 12 + month(%s) - 1)".formatted(c, c);
        var months = steps(duck, source, month);
        // One time in each month: otherwise these are days of some months.
        return months.regular() && months.times() == steps.times()
                ? grid(column, monthly(months.usual()), month, months)
                : null;
    }

    private static TimeGrid grid(DatasetColumn column, Frequency frequency, String number, Steps steps) {
        var slot = "CAST((%s - (%d)) // %d AS BIGINT)".formatted(number, steps.lowest(), steps.usual());
        return new TimeGrid(column, frequency, slot, steps.slots(), steps.times());
    }

    private static Frequency fixed(long micros) {
        if (micros % (7 * DAY) == 0) {
            return new Frequency(Unit.WEEK, micros / (7 * DAY));
        }
        if (micros % DAY == 0) {
            return new Frequency(Unit.DAY, micros / DAY);
        }
        if (micros % (3_600 * SECOND) == 0) {
            return new Frequency(Unit.HOUR, micros / (3_600 * SECOND));
        }
        return micros % (60 * SECOND) == 0
                ? new Frequency(Unit.MINUTE, micros / (60 * SECOND))
                : new Frequency(Unit.SECOND, micros / SECOND);
    }

    static Frequency monthly(long months) {
        if (months % 12 == 0) {
            return new Frequency(Unit.YEAR, months / 12);
        }
        return months % 3 == 0 ? new Frequency(Unit.QUARTER, months / 3) : new Frequency(Unit.MONTH, months);
    }

    private static boolean areMonths(DuckSession duck, String source, String texts, String days) throws SQLException {
        return Boolean.TRUE.equals(duck.query(
                "SELECT count(%s) = count(%s) FROM %s".formatted(texts, days, source), row -> row.getBoolean(1)));
    }

    /** Days without a clock, none of them at a weekend, though there was one in between. */
    private static boolean onWorkdays(DuckSession duck, String source, String moment) throws SQLException {
        var found = duck.query(
                "SELECT coalesce(bool_and(isodow(%1$s) <= 5 AND %1$s = date_trunc('day', %1$s)), false), coalesce(max(%1$s) - min(%1$s) >= INTERVAL 7 DAY, false) FROM %2$s"
                        .formatted(moment, source),
                row -> row.getBoolean(1) && row.getBoolean(2));
        return Boolean.TRUE.equals(found);
    }

    private static Steps steps(DuckSession duck, String source, String number) throws SQLException {
        var found = duck.query(
                """
                WITH times AS (SELECT x FROM (SELECT DISTINCT %s AS x FROM %s) WHERE x IS NOT NULL),
                    steps AS (SELECT x - lag(x) OVER (ORDER BY x) AS step FROM times),
                    usual AS (SELECT step FROM steps WHERE step IS NOT NULL GROUP BY step ORDER BY count(*) DESC, step LIMIT 1)
                SELECT (SELECT count(*) FROM times), (SELECT min(x) FROM times), (SELECT max(x) FROM times),
                    (SELECT step FROM usual), count(*) FILTER (WHERE step %% (SELECT step FROM usual) = 0), count(step)
                FROM steps""".formatted(number, source),
                row -> new Steps(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)));
        return found == null ? new Steps(0, 0, 0, 0, 0, 0) : found;
    }
}
