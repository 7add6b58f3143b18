package io.millwright.templates.learning.encoding;

import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.RowCursor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows in which one column is a day or a moment made of several others.
 *
 * @param at position of the made column
 * @param type DATE or TIMESTAMP
 * @param made its value in days or microseconds, or {@link MomentReader#MISSING}
 */
record MadeCursor(RowCursor row, int at, ColumnType type, ToLongFunction<RowCursor> made) implements RowCursor {

    @Override
    public boolean next() {
        return row.next();
    }

    @Override
    public boolean isMissing(int column) {
        return column == at ? made.applyAsLong(row) == MomentReader.MISSING : row.isMissing(column);
    }

    @Override
    public double number(int column) {
        if (column != at) {
            return row.number(column);
        }
        long value = made.applyAsLong(row);
        return value == MomentReader.MISSING ? Double.NaN : value;
    }

    @Override
    public long integer(int column) {
        if (column != at) {
            return row.integer(column);
        }
        long value = made.applyAsLong(row);
        return value == MomentReader.MISSING ? 0 : value;
    }

    @Override
    public @Nullable String text(int column) {
        if (column != at) {
            return row.text(column);
        }
        long value = made.applyAsLong(row);
        if (value == MomentReader.MISSING) {
            return null;
        }
        return type == ColumnType.DATE
                ? LocalDate.ofEpochDay(value).toString()
                : Instant.EPOCH
                        .plusSeconds(Math.floorDiv(value, MomentReader.SECOND))
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDateTime()
                        .toString();
    }

    @Override
    public void close() {
        row.close();
    }
}
