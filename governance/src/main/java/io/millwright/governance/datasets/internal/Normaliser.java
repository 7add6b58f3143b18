package io.millwright.governance.datasets.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes any records as one plain spelling: comma, doubled quotes, {@code \n}, no header line, missing = nothing, empty text =
 * two quotes. What DuckDB reads is thus our own writing, never a stranger's bytes; types are found on the way.
 */
final class Normaliser {

    /**
     * A table in plain spelling.
     *
     * @param file the rows
     * @param rows how many
     * @param columns what was found about each column
     */
    record Plain(Path file, long rows, long bytes, List<ColumnFinding> columns) {}

    private final OutputStream out;
    private final List<ColumnFinding> columns;

    private Normaliser(OutputStream out, List<ColumnFinding> columns) {
        this.out = out;
        this.columns = columns;
    }

    static Plain write(Records records, boolean header, Path file) throws IOException {
        if (!records.next()) {
            throw Refusals.empty();
        }
        var columns = header ? Header.named(records) : Header.numbered(records);
        var rows = 0L;
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 17)) {
            var normaliser = new Normaliser(out, columns);
            if (!header) {
                normaliser.row(records);
                rows++;
            }
            while (records.next()) {
                if (records.size() != columns.size()) {
                    throw Refusals.ragged(records.line(), records.size(), columns.size(), header);
                }
                normaliser.row(records);
                rows++;
            }
        }
        if (rows == 0) {
            throw Refusals.headerOnly();
        }
        return new Plain(file, rows, Files.size(file), columns);
    }

    private void row(Records records) throws IOException {
        var buffer = records.buffer();
        for (var i = 0; i < columns.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            var start = records.start(i);
            var end = records.end(i);
            if (records.isQuoted(i)) {
                if (start == end) {
                    columns.get(i).acceptEmpty();
                    out.write('"');
                    out.write('"');
                    continue;
                }
            } else if (isBlank(buffer, start, end)) {
                continue;
            }
            columns.get(i).accept(buffer, start, end);
            field(buffer, start, end);
        }
        out.write('\n');
    }

    private void field(byte[] buffer, int start, int end) throws IOException {
        var plain = true;
        for (var i = start; plain && i < end; i++) {
            var b = buffer[i];
            plain = b != ',' && b != '"' && b != '\n' && b != '\r';
        }
        if (plain) {
            out.write(buffer, start, end - start);
            return;
        }
        out.write('"');
        for (var i = start; i < end; i++) {
            if (buffer[i] == '"') {
                out.write('"');
            }
            out.write(buffer[i]);
        }
        out.write('"');
    }

    private static boolean isBlank(byte[] buffer, int start, int end) {
        for (var i = start; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
