package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.DatasetColumn;
import io.millwright.governance.datasets.DatasetKind;
import io.millwright.governance.datasets.SourceFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A Parquet file that we write and then read from. */
final class ParquetFile {

    /** Bytes of text that one row group is made from at most, so that wide tables fit into DuckDB's memory. */
    private static final long ROW_GROUP_BYTES = 24L << 20;

    private static final long VALUE_OVERHEAD = 24;

    private final Path file;

    ParquetFile(Path file) {
        this.file = file;
    }

    /** The table for a query's FROM. */
    String source() {
        return "read_parquet(" + DuckTypes.literal(file.toString()) + ")";
    }

    void write(DuckSession duck, String query, long rows, long bytes, int columns) throws SQLException {
        var perRow = bytes / Math.max(rows, 1) + columns * VALUE_OVERHEAD;
        var group = Math.clamp(ROW_GROUP_BYTES / perRow / 2048 * 2048, 2048, 122_880);
        duck.execute("COPY (" + query + ") TO " + DuckTypes.literal(file.toString())
                + " (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE " + group + ")");
    }

    void requireRows(DuckSession duck, long expected) throws SQLException {
        var rows = duck.query("SELECT count(*) FROM " + source(), row -> row.getLong(1));
        if (rows == null || rows != expected) {
            throw new IllegalStateException("read " + expected + " rows but stored " + rows);
        }
    }

    /** Makes canonical table and profile. */
    TableFiles finish(DuckSession duck, Scratch scratch, long rows, List<DatasetColumn> columns, SourceFormat format)
            throws IOException, SQLException {
        var profile = new Profiler(duck, source(), rows, columns).profile();
        var plain = scratch.file("canonical.csv");
        duck.execute("COPY (SELECT * FROM " + source() + ") TO " + DuckTypes.literal(plain.toString())
                + " (FORMAT csv, HEADER, DELIMITER ',', QUOTE '\"', ESCAPE '\"', NULLSTR '',"
                + " DATEFORMAT '%Y-%m-%d', TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%S.%fZ')");
        var canonical = scratch.file("canonical.csv.gz");
        try (var in = new BufferedInputStream(Files.newInputStream(plain), 1 << 16);
                var out = new Fast(Files.newOutputStream(canonical))) {
            in.transferTo(out);
        }
        Files.delete(plain);
        return new TableFiles(rows, columns, format, file, canonical, profile, DatasetKind.TABLE, null);
    }

    /** DuckDB's own gzip takes seven times as long. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
