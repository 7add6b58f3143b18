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
        if (counts(column)) {
            return new Clock(null, 1, Fleet.TimeUnit.CYCLES);
        }
        MomentReader moments = moments(column);
        double span = column.maximum() - column.minimum();
        // text has no range of its own; days suit what machines live for
        boolean hours = column.type() == ColumnType.TIMESTAMP && span < 30 * DAY;
        return new Clock(moments, hours ? HOUR : DAY, hours ? Fleet.TimeUnit.HOURS : Fleet.TimeUnit.DAYS);
    }

    /**
     * The clock of a column that counts as a model does: a file of a few days must not be read in hours by a model of days.
     *
     * @throws TemplateException of kind USER when the column counts and the model's has moments, or the other way round
     */
    public static Clock of(@Nullable ColumnProfile column, Fleet.TimeUnit wanted) throws TemplateException {
        if (column == null) {
            return of(null);
        }
        return switch (wanted) {
            case HOURS, DAYS -> {
                if (counts(column)) {
                    throw unreadable(column);
                }
                yield new Clock(moments(column), wanted == Fleet.TimeUnit.HOURS ? HOUR : DAY, wanted);
            }
            case CYCLES, ROWS -> {
                if (!column.isNumber()) {
                    throw TemplateException.user(
                            "time-counts",
                            "The column \"%s\" holds no numbers, but the model's time is a number that counts up."
                                    .formatted(column.name()),
                            "Bring a file whose time counts as in the file that the model was trained on.");
                }
                yield new Clock(null, 1, wanted);
            }
        };
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

    /** Seconds since 1970 and the like, and dates written as a number, are moments; other numbers count. */
    private static boolean counts(ColumnProfile column) {
        return column.isNumber()
                && MomentReader.of(column, "")
                        .filter(reader -> reader.format().startsWith("unix")
                                || reader.format().startsWith("yyyyMMdd"))
                        .isEmpty();
    }

    private static MomentReader moments(ColumnProfile column) throws TemplateException {
        return MomentReader.of(column, "").orElseThrow(() -> unreadable(column));
    }

    private static TemplateException unreadable(ColumnProfile column) {
        return TemplateException.user(
                "time-unreadable",
                "The column \"%s\" holds no moments that can be read.".formatted(column.name()),
                "Choose another column of time, or write times as 2025-03-31 14:05:00.");
    }
}
