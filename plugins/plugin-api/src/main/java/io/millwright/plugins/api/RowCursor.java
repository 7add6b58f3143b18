package io.millwright.plugins.api;

import org.jspecify.annotations.Nullable;

/**
 * Reads a table row by row, forward only, without an object per row or number. Columns are counted from 0 in the order
 * given to {@link TableInput#open}. One thread; close after use.
 */
public interface RowCursor extends AutoCloseable {

    /** Moves to the next row; false after the last. */
    boolean next();

    boolean isMissing(int column);

    /**
     * The value as a number: INTEGER and DECIMAL as they are, BOOLEAN as 0 or 1, DATE as days and TIMESTAMP as
     * microseconds since 1970-01-01, missing and TEXT as NaN.
     */
    double number(int column);

    /** The value of INTEGER, BOOLEAN, DATE and TIMESTAMP columns without loss; 0 when missing. */
    long integer(int column);

    /** The value as text, as the data spells it; null when missing. */
    @Nullable
    String text(int column);

    @Override
    void close();
}
