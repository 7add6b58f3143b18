package io.millwright.broker.runner.table;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.RowCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Typed values of some columns of a CSV file, row by row. */
final class CsvCursor implements RowCursor {

    private final CsvRows rows;
    private final int[] sources;
    private final ColumnType[] types;

    CsvCursor(CsvRows rows, List<Column> columns, int[] sources) {
        this.rows = rows;
        this.sources = sources;
        this.types = new ColumnType[sources.length];
        for (int i = 0; i < sources.length; i++) {
            types[i] = columns.get(sources[i]).type();
        }
    }

    @Override
    public boolean next() {
        return rows.next();
    }

    @Override
    public boolean isMissing(int column) {
        return rows.missing(sources[column]);
    }

    @Override
    public double number(int column) {
        int source = sources[column];
        if (rows.missing(source) || types[column] == ColumnType.TEXT) {
            return Double.NaN;
        }
        if (types[column] == ColumnType.DECIMAL) {
            return Values.decimal(rows.bytes(), rows.start(source), rows.end(source));
        }
        return integer(column);
    }

    @Override
    public long integer(int column) {
        int source = sources[column];
        if (rows.missing(source)) {
            return 0;
        }
        byte[] bytes = rows.bytes();
        int start = rows.start(source);
        int end = rows.end(source);
        try {
            return switch (types[column]) {
                case INTEGER -> Values.integer(bytes, start, end);
                case BOOLEAN -> Values.flag(bytes, start, end);
                case DATE -> Moments.days(bytes, start, end);
                case TIMESTAMP -> Moments.micros(bytes, start, end);
                case DECIMAL, TEXT ->
                    throw new IllegalArgumentException("column " + column + " is " + types[column] + ", not whole");
            };
        } catch (NumberFormatException notOfItsType) {
            throw new IllegalStateException(
                    "row %d of the table: \"%s\" is not %s"
                            .formatted(rows.rowNumber(), rows.text(source), types[column]),
                    notOfItsType);
        }
    }

    @Override
    public @Nullable String text(int column) {
        int source = sources[column];
        return rows.missing(source) ? null : rows.text(source);
    }

    @Override
    public void close() {
        rows.close();
    }
}
