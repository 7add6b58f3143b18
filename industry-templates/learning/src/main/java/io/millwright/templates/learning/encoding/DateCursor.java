package io.millwright.templates.learning.encoding;

import io.millwright.plugins.api.RowCursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Rows in which one column is a date made of several others. */
final class DateCursor implements RowCursor {

    private static final int HOUR = 3;
    private static final int MINUTE = 4;
    private static final long MINUTES = 60;

    private final RowCursor row;
    private final int date;
    private final int[] parts;

    /**
     * @param date position of the date
     * @param parts positions of year, month, day, perhaps of hour and minute
     */
    DateCursor(RowCursor row, int date, int[] parts) {
        this.row = row;
        this.date = date;
        this.parts = parts;
    }

    @Override
    public boolean next() {
        return row.next();
    }

    @Override
    public boolean isMissing(int column) {
        return column == date ? moment() == MomentReader.MISSING : row.isMissing(column);
    }

    @Override
    public double number(int column) {
        if (column != date) {
            return row.number(column);
        }
        long moment = moment();
        return moment == MomentReader.MISSING ? Double.NaN : moment;
    }

    @Override
    public long integer(int column) {
        if (column != date) {
            return row.integer(column);
        }
        long moment = moment();
        return moment == MomentReader.MISSING ? 0 : moment;
    }

    @Override
    public @Nullable String text(int column) {
        if (column != date) {
            return row.text(column);
        }
        long moment = moment();
        if (moment == MomentReader.MISSING) {
            return null;
        }
        return parts.length > HOUR
                ? Instant.EPOCH
                        .plusSeconds(moment / MomentReader.SECOND)
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDateTime()
                        .toString()
                : LocalDate.ofEpochDay(moment).toString();
    }

    /** Days, or microseconds where an hour is known; a day that the calendar lacks is missing. */
    private long moment() {
        for (int part : parts) {
            if (row.isMissing(part)) {
                return MomentReader.MISSING;
            }
        }
        try {
            long day = LocalDate.of(part(0), part(1), part(2)).toEpochDay();
            if (parts.length <= HOUR) {
                return day;
            }
            long minute = parts.length > MINUTE ? part(MINUTE) : 0;
            return day * MomentReader.DAY + (part(HOUR) * MINUTES + minute) * MINUTES * MomentReader.SECOND;
        } catch (DateTimeException unreal) {
            return MomentReader.MISSING;
        }
    }

    private int part(int at) {
        return (int) row.number(parts[at]);
    }

    @Override
    public void close() {
        row.close();
    }
}
