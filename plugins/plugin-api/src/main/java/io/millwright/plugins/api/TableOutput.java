package io.millwright.plugins.api;

/**
 * A table to write, row by row, in the order of its columns. Given by the platform; one thread; close after the last row.
 * Rows go to disk as they are written.
 */
public interface TableOutput extends AutoCloseable {

    /** Appends the next value of the current row: NaN is written as missing. */
    TableOutput number(double value);

    /** Appends the next value of the current row: INTEGER, BOOLEAN (0, 1), DATE (days), TIMESTAMP (microseconds). */
    TableOutput integer(long value);

    /** Appends the next value of the current row. */
    TableOutput text(String value);

    /** Appends a missing value. */
    TableOutput missing();

    /**
     * Ends the row.
     *
     * @throws IllegalStateException when the row has too few or too many values
     */
    void endRow();

    @Override
    void close();
}
