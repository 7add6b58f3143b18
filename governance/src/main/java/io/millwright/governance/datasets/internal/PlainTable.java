package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.SourceFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Turns a table in plain spelling into Parquet, and that into the canonical table and the profile. */
final class PlainTable {

    private final DuckSession duck;
    private final Scratch scratch;
    private final Normaliser.Plain plain;
    private final List<ColumnReading> readings;

    PlainTable(DuckSession duck, Scratch scratch, Normaliser.Plain plain, List<ColumnReading> readings) {
        this.duck = duck;
        this.scratch = scratch;
        this.plain = plain;
        this.readings = readings;
    }

    TableFiles store(SourceFormat format) throws IOException, SQLException {
        var parquet = new ParquetFile(scratch.file("table.parquet"));
        var values = IntStream.range(0, readings.size())
                .mapToObj(i -> readings.get(i).of("c" + i) + " AS "
                        + DuckTypes.identifier(readings.get(i).name()))
                .collect(Collectors.joining(", "));
        var columns = readings.stream().map(ColumnReading::column).toList();
        parquet.write(duck, "SELECT " + values + " FROM " + source(), plain.rows(), plain.bytes(), columns.size());
        Files.delete(plain.file());
        parquet.requireRows(duck, plain.rows());
        return parquet.finish(duck, scratch, plain.rows(), columns, format);
    }

    private String source() {
        var columns = IntStream.range(0, readings.size())
                .mapToObj(i -> "'c" + i + "': 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        return "read_csv("
                + DuckTypes.literal(plain.file().toString())
                + ", auto_detect = false, header = false, delim = ',', quote = '\"', escape = '\"', new_line = '\\n',"
                + " allow_quoted_nulls = false, max_line_size = " + 3 * Limits.MAX_RECORD_BYTES
                + ", columns = " + columns + ")";
    }
}
