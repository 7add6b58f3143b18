package io.millwright.plugins.api;

import java.util.List;

/**
 * A table to read: column by column types, rows in the order of the file.
 *
 * <p>Given by the platform; may be read any number of times, by one thread at a time.
 */
public interface TableInput {

    List<Column> columns();

    /** Number of rows, exact. */
    long rowCount();

    /**
     * Opens the rows from the start, restricted to some columns.
     *
     * @param columns names in the order wanted; each must exist
     */
    RowCursor open(List<String> columns);
}
