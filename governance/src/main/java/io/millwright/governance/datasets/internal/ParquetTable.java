package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.ColumnType;
import io.millwright.governance.datasets.DatasetColumn;
import io.millwright.governance.datasets.SourceFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** Reads a Parquet file that was given. It is written anew, so that only what we understand is kept. */
final class ParquetTable {

    private record Found(String name, String type) {}

    private final DuckSession duck;
    private final Scratch scratch;
    private final Path file;

    ParquetTable(DuckSession duck, Scratch scratch, Path file) {
        this.duck = duck;
        this.scratch = scratch;
        this.file = file;
    }

    TableFiles read() throws IOException {
        var source = "read_parquet(" + DuckTypes.literal(file.toString()) + ")";
        try {
            var found =
                    duck.list("DESCRIBE SELECT * FROM " + source, row -> new Found(row.getString(1), row.getString(2)));
            var columns = new ArrayList<DatasetColumn>();
            var values = new ArrayList<String>();
            var seen = new HashMap<String, Integer>();
            if (found.size() > Limits.MAX_COLUMNS) {
                throw Refusals.tooManyColumns(1, found.size());
            }
            for (var column : found) {
                if (column == null) {
                    continue;
                }
                var name = column.name();
                var type = DuckTypes.from(column.type());
                if (name.isBlank()) {
                    throw Refusals.blankName(1, columns.size() + 1);
                }
                var before = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), columns.size());
                if (before != null) {
                    throw Refusals.sameName(before + 1, columns.size() + 1, name, false);
                }
                if (type == null) {
                    throw Refusals.columnType(name, column.type());
                }
                columns.add(new DatasetColumn(name, type));
                values.add(value(column, type) + " AS " + DuckTypes.identifier(name));
            }
            var rows = duck.query("SELECT count(*) FROM " + source, row -> row.getLong(1));
            if (rows == null || rows == 0) {
                throw Refusals.headerOnly();
            }
            var parquet = new ParquetFile(scratch.file("table.parquet"));
            parquet.write(
                    duck,
                    "SELECT " + String.join(", ", values) + " FROM " + source,
                    rows,
                    Files.size(file) * 4,
                    columns.size());
            var format = new SourceFormat(SourceFormat.Kind.PARQUET, false, "", "", true, List.of());
            return parquet.finish(duck, scratch, rows, columns, format);
        } catch (SQLException unreadable) {
            throw Refusals.badParquet();
        }
    }

    private static String value(Found column, ColumnType type) {
        var name = DuckTypes.identifier(column.name());
        return switch (type) {
            case DECIMAL ->
                column.type().startsWith("DECIMAL")
                        ? "CAST(" + name + " AS DOUBLE)"
                        : "CASE WHEN isfinite(%s) THEN CAST(%s AS DOUBLE) END".replace("%s", name);
            case TIMESTAMP ->
                column.type().endsWith("TIME ZONE") ? name + " AT TIME ZONE 'UTC'" : "CAST(" + name + " AS TIMESTAMP)";
            case INTEGER, BOOLEAN, TEXT, DATE -> "CAST(" + name + " AS " + DuckTypes.of(type) + ")";
        };
    }
}
