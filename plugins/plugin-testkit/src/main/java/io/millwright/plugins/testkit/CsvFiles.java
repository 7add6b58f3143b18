package io.millwright.plugins.testkit;

import io.millwright.plugins.api.Column;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads comma-separated files (RFC 4180, a header line, UTF-8) into memory and finds the types of their columns. */
public final class CsvFiles {

    private CsvFiles() {}

    /** Reads a file, packed by gzip when its name ends so. */
    public static MemoryTable read(Path file) {
        try (var raw = Files.newInputStream(file);
                var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
                var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16)) {
            return read(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads a table from text, for small ones written in a test. */
    public static MemoryTable parse(String text) {
        try (var reader = new BufferedReader(new StringReader(text))) {
            return read(reader);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static MemoryTable read(BufferedReader reader) throws IOException {
        var records = new CsvRecords(reader);
        var header = records.next();
        if (header == null) {
            throw new IllegalArgumentException("the file has no header line");
        }
        var cells = new ArrayList<List<@Nullable String>>();
        header.forEach(name -> cells.add(new ArrayList<>()));
        for (var row = records.next(); row != null; row = records.next()) {
            for (var column = 0; column < cells.size(); column++) {
                cells.get(column).add(column < row.size() ? row.get(column) : null);
            }
        }
        var columns = new ArrayList<Column>();
        var values = new ArrayList<ColumnValues>();
        for (var index = 0; index < cells.size(); index++) {
            var found = CsvTypes.convert(cells.get(index));
            columns.add(new Column(String.valueOf(header.get(index)), found.type()));
            values.add(found);
            cells.set(index, List.of());
        }
        var rows = records.count() - 1;
        return new MemoryTable(
                columns, values, java.util.stream.IntStream.range(0, rows).toArray());
    }
}
