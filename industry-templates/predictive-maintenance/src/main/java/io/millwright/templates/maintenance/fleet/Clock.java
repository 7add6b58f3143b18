package io.millwright.templates.maintenance.fleet;

import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.MomentReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a column of time.
 *
 * @param moments how moments are read; null for numbers that count
 * @param divisor microseconds of a unit
 * @param unit what is counted
 */
public record Clock(@Nullable MomentReader moments, double divisor, Fleet.TimeUnit unit) {

    private static final double HOUR = 3_600e6;
    private static final double DAY = 24 * HOUR;

    /** The clock of a column; null for the order of the rows. */
    public static Clock of(@Nullable ColumnProfile column) throws TemplateException {
        if (column == null) {
            return new Clock(null, 1, Fleet.TimeUnit.ROWS);
        }
        if (column.isNumber() && !inCalendar(column)) {
            return new Clock(null, 1, Fleet.TimeUnit.CYCLES);
        }
        MomentReader moments = moments(column);
        double span = column.maximum() - column.minimum();
        // text has no range of its own; days suit what machines live for
        boolean hours = column.type() == ColumnType.TIMESTAMP && span < 30 * DAY;
        return new Clock(moments, hours ? HOUR : DAY, hours ? Fleet.TimeUnit.HOURS : Fleet.TimeUnit.DAYS);
    }

    /** The same units for another column, such as the time of a failure. */
    public Clock forColumn(ColumnProfile column) throws TemplateException {
        return moments == null ? this : new Clock(moments(column), divisor, unit);
    }

    /** The time in a row; NaN where there is none. */
    public double read(RowCursor row, int at) {
        if (moments == null) {
            return row.number(at);
        }
        long micros = moments.read(row, at);
        return micros == MomentReader.MISSING ? Double.NaN : micros / divisor;
    }

    /** Seconds since 1970 and the like, and dates written as a number; other numbers count. */
    private static boolean inCalendar(ColumnProfile column) {
        return MomentReader.of(column, "")
                .filter(reader ->
                        reader.format().startsWith("unix") || reader.format().startsWith("yyyyMMdd"))
                .isPresent();
    }

    private static MomentReader moments(ColumnProfile column) throws TemplateException {
        return MomentReader.of(column, "")
                .orElseThrow(() -> TemplateException.user(
                        "time-unreadable",
                        "The column \"%s\" holds no moments that can be read.".formatted(column.name()),
                        "Choose another column of time, or write times as 2025-03-31 14:05:00."));
    }
}
