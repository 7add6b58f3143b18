package io.millwright.plugins.testkit;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.TableOutput;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Writes a table into memory and holds the writer to its contract: types, and as many values as columns in each row. */
public final class TableBuilder implements TableOutput {

    private final List<Column> columns;
    private final List<ColumnValues> values;
    private int row;
    private int column;
    private boolean closed;

    /** @throws IllegalArgumentException when there is no column or a name is used twice */
    public TableBuilder(List<Column> columns) {
        var names = new HashSet<String>();
        for (var each : columns) {
            if (each.name().isBlank() || !names.add(each.name())) {
                throw new IllegalArgumentException("column names are unique and not blank: " + columns);
            }
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table has at least one column");
        }
        this.columns = List.copyOf(columns);
        this.values =
                columns.stream().map(each -> new ColumnValues(each.type())).toList();
    }

    @Override
    public TableBuilder number(double value) {
        if (current().type() != ColumnType.DECIMAL) {
            throw wrong("a number");
        }
        if (Double.isInfinite(value)) {
            throw new IllegalStateException("column \"" + columns.get(column).name() + "\" cannot hold " + value);
        }
        current().set(row, value);
        column++;
        return this;
    }

    @Override
    public TableBuilder integer(long value) {
        var type = current().type();
        if (type == ColumnType.TEXT || type == ColumnType.DECIMAL) {
            throw wrong("an integer");
        }
        current().set(row, value);
        column++;
        return this;
    }

    @Override
    public TableBuilder text(String value) {
        if (current().type() != ColumnType.TEXT) {
            throw wrong("a text");
        }
        current().set(row, value);
        column++;
        return this;
    }

    @Override
    public TableBuilder missing() {
        current();
        column++;
        return this;
    }

    @Override
    public void endRow() {
        if (column != columns.size()) {
            throw new IllegalStateException("row %d has %d values, not %d".formatted(row, column, columns.size()));
        }
        row++;
        column = 0;
    }

    @Override
    public void close() {
        if (column != 0) {
            throw new IllegalStateException("row " + row + " was not ended");
        }
        closed = true;
    }

    /** Whether the writer closed the table. */
    public boolean isClosed() {
        return closed;
    }

    /** What was written so far. */
    public MemoryTable build() {
        return new MemoryTable(columns, values, IntStream.range(0, row).toArray());
    }

    private ColumnValues current() {
        if (closed) {
            throw new IllegalStateException("the table is closed");
        }
        if (column >= columns.size()) {
            throw new IllegalStateException("row %d has more than %d values".formatted(row, columns.size()));
        }
        return values.get(column);
    }

    private IllegalStateException wrong(String given) {
        return new IllegalStateException("%s was written to %s".formatted(given, columns.get(column)));
    }
}
