package io.millwright.templates.learning.encoding;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A table whose year, month and day (and hour and minute) stand in columns of their own, as one with a column of dates (or
 * moments) in the place of the year. Its name is theirs, e.g. {@code year-month-day}.
 */
public final class WholeDates extends MadeColumn {

    private static final int HOUR = 3;
    private static final int MINUTE = 4;
    private static final long SIXTY = 60;

    private WholeDates(TableInput table, DateColumns parts) {
        super(table, new Column(parts.title(), parts.type()), parts.names());
    }

    /** The table itself where it has no date in parts. */
    public static TableInput of(TableInput table) {
        return DateColumns.of(table)
                .<TableInput>map(parts -> new WholeDates(table, parts))
                .orElse(table);
    }

    /** Days, or microseconds where an hour is known; a day that the calendar lacks is missing. */
    @Override
    long value(RowCursor row, int[] at) {
        for (int part : at) {
            if (row.isMissing(part)) {
                return MomentReader.MISSING;
            }
        }
        try {
            long day = LocalDate.of(part(row, at[0]), part(row, at[1]), part(row, at[2]))
                    .toEpochDay();
            if (at.length <= HOUR) {
                return day;
            }
            long minute = at.length > MINUTE ? part(row, at[MINUTE]) : 0;
            return day * MomentReader.DAY + (part(row, at[HOUR]) * SIXTY + minute) * SIXTY * MomentReader.SECOND;
        } catch (DateTimeException unreal) {
            return MomentReader.MISSING;
        }
    }

    private static int part(RowCursor row, int at) {
        return (int) row.number(at);
    }
}
