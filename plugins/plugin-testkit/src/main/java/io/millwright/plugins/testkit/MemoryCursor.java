package io.millwright.plugins.testkit;

import io.millwright.plugins.api.RowCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks over some columns and rows of a table in memory. */
final class MemoryCursor implements RowCursor {

    private final ColumnValues[] columns;
    private final int[] rows;
    private int position = -1;

    MemoryCursor(List<ColumnValues> columns, int[] rows) {
        this.columns = columns.toArray(ColumnValues[]::new);
        this.rows = rows;
    }

    @Override
    public boolean next() {
        return ++position < rows.length;
    }

    @Override
    public boolean isMissing(int column) {
        return columns[column].isMissing(rows[position]);
    }

    @Override
    public double number(int column) {
        return columns[column].number(rows[position]);
    }

    @Override
    public long integer(int column) {
        return columns[column].integer(rows[position]);
    }

    @Override
    public @Nullable String text(int column) {
        return columns[column].text(rows[position]);
    }

    @Override
    public void close() {
        position = rows.length;
    }
}
