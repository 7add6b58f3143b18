package io.millwright.broker.runner.table;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.TableOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/** Writes a table in canonical CSV, and beside it its columns: a line {@code TYPE<TAB>name} each. */
public final class CsvTableOutput implements TableOutput {

    private static final int BUFFER = 1 << 16;

    private final BufferedWriter writer;
    private final List<Column> columns;
    private int column;
    private boolean closed;

    /**
     * @param file the table, made new
     * @param columnsFile its columns, made new
     */
    public CsvTableOutput(Path file, Path columnsFile, List<Column> columns) {
        this.columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table needs a column");
        }
        var names = new HashSet<String>();
        var lines = new StringBuilder();
        for (Column each : columns) {
            if (!names.add(each.name())) {
                throw new IllegalArgumentException("two columns are named \"" + each.name() + "\"");
            }
            lines.append(ColumnLines.format(each)).append('\n');
        }
        try {
            Files.writeString(columnsFile, lines);
            writer = new BufferedWriter(
                    new java.io.OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8), BUFFER);
            for (Column each : columns) {
                append(each.name(), true);
            }
            column = columns.size();
            endRow();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public TableOutput number(double value) {
        if (Double.isNaN(value)) {
            return missing();
        }
        if (type() == ColumnType.DECIMAL) {
            return append(Double.toString(value), false);
        }
        if (value != Math.rint(value) || Math.abs(value) > Long.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "column \"" + columns.get(column).name() + "\" is " + type() + ", and " + value + " is not whole");
        }
        return integer((long) value);
    }

    @Override
    public TableOutput integer(long value) {
        return append(
                switch (type()) {
                    case DATE -> Moments.date(value);
                    case TIMESTAMP -> Moments.timestamp(value);
                    case BOOLEAN -> value == 0 ? "false" : "true";
                    case INTEGER, DECIMAL, TEXT -> Long.toString(value);
                },
                false);
    }

    @Override
    public TableOutput text(String value) {
        type();
        return append(value, true);
    }

    @Override
    public TableOutput missing() {
        type();
        return append("", false);
    }

    @Override
    public void endRow() {
        if (column != columns.size()) {
            throw new IllegalStateException(
                    "a row has " + column + " values, the table " + columns.size() + " columns");
        }
        column = 0;
        try {
            writer.write('\n');
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            writer.close();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        if (column != 0) {
            throw new IllegalStateException("the last row was not ended");
        }
    }

    public boolean closed() {
        return closed;
    }

    private ColumnType type() {
        if (column == columns.size()) {
            throw new IllegalStateException("a row has more values than the table's " + columns.size() + " columns");
        }
        return columns.get(column).type();
    }

    private TableOutput append(String value, boolean quotable) {
        try {
            if (column++ > 0) {
                writer.write(',');
            }
            if (quotable && needsQuotes(value)) {
                writer.write('"');
                writer.write(value.replace("\"", "\"\""));
                writer.write('"');
            } else {
                writer.write(value);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return this;
    }

    private static boolean needsQuotes(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return value.isEmpty();
    }
}
