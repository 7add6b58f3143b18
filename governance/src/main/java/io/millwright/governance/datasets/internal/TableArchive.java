package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.SourceFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an archive of delimited texts with the same columns as one table, e.g. a file for each machine; a first column says which. */
final class TableArchive {

    private static final Set<String> TABLES = Set.of("csv", "tsv", "tab");
    private static final Set<String> TEXTS = Set.of("txt", "dat");

    private final DuckSession duck;
    private final Scratch scratch;
    private final Archive archive;
    private final List<Archive.Item> items;
    private final long maxBytes;

    TableArchive(DuckSession duck, Scratch scratch, Archive archive, long maxBytes) {
        this.duck = duck;
        this.scratch = scratch;
        this.archive = archive;
        this.items = tables(archive);
        this.maxBytes = maxBytes;
    }

    static boolean isOne(Archive archive) {
        return !tables(archive).isEmpty();
    }

    /** Texts are taken for tables only where nothing says so more clearly: beside tables they explain. */
    private static List<Archive.Item> tables(Archive archive) {
        var tables = archive.items().stream()
                .filter(item -> TABLES.contains(item.extension()))
                .toList();
        return tables.isEmpty()
                ? archive.items().stream()
                        .filter(item -> TEXTS.contains(item.extension()))
                        .toList()
                : tables;
    }

    TableFiles read() throws IOException, SQLException {
        var first = open(items.getFirst());
        var names = names(first);
        var column = names.stream().anyMatch("file"::equalsIgnoreCase) ? "given_file" : "file";
        var all = new ArrayList<String>();
        all.add(column);
        all.addAll(names);
        Normaliser.Plain plain;
        try (var records = new Together(all)) {
            plain = Normaliser.write(records, true, scratch.file("plain.csv"));
        }
        var readings = plain.columns().stream().map(ColumnFinding::decide).toList();
        var notes = new ArrayList<String>();
        notes.add("%d tables of the archive were read as one; the column \"%s\" says which."
                .formatted(items.size(), column));
        if (archive.items().size() > items.size()) {
            notes.add("Other files in the archive: %d; they were left out."
                    .formatted(archive.items().size() - items.size()));
        }
        readings.stream().map(ColumnReading::note).filter(Objects::nonNull).forEach(notes::add);
        var format = new SourceFormat(
                SourceFormat.Kind.TABLE_ARCHIVE,
                false,
                first.encoding().charset().name(),
                names.size() == 1 ? "" : first.dialect().delimiterName(),
                first.dialect().header(),
                notes);
        return new PlainTable(duck, scratch, plain, readings).store(format);
    }

    /** Unpacks one, in place of the one before. */
    private TextTable open(Archive.Item item) throws IOException {
        var file = scratch.file("member");
        Files.deleteIfExists(file);
        try (var in = archive.open(item)) {
            Files.copy(in, file);
        }
        return TextTable.of(duck, scratch, new TextSource(file, false, maxBytes));
    }

    private static List<String> names(TextTable table) throws IOException {
        try (var records = table.open()) {
            if (!records.next()) {
                throw Refusals.empty();
            }
            var columns = table.dialect().header() ? Header.named(records) : Header.numbered(records);
            return columns.stream().map(ColumnFinding::name).toList();
        }
    }

    /** The records of all tables, one after the other. */
    private final class Together extends BufferedRecords {

        private final List<String> names;
        private final RecordBuffer record;
        private int file = -1;
        private @Nullable DelimitedRecords current;

        Together(List<String> names) {
            this.names = names;
            this.record = new RecordBuffer(names.size());
        }

        @Override
        public boolean next() throws IOException {
            record.clear();
            if (file < 0) {
                file = 0;
                for (var i = 0; i < names.size(); i++) {
                    record.set(i, names.get(i), true, 1);
                }
                return true;
            }
            while (file < items.size()) {
                var records = current == null ? begin() : current;
                if (records.next()) {
                    copy(records);
                    return true;
                }
                records.close();
                current = null;
                file++;
            }
            return false;
        }

        private DelimitedRecords begin() throws IOException {
            var item = items.get(file);
            var table = open(item);
            if (!names(table).equals(names.subList(1, names.size()))) {
                throw ArchiveRefusals.tablesDiffer(
                        Archive.shown(items.getFirst().name()), Archive.shown(item.name()));
            }
            var records = table.open();
            current = records;
            if (table.dialect().header()) {
                records.next();
            }
            return records;
        }

        private void copy(DelimitedRecords records) {
            if (records.size() != names.size() - 1) {
                throw ArchiveRefusals.inTable(
                        Archive.shown(items.get(file).name()),
                        Refusals.ragged(records.line(), records.size(), names.size() - 1, true));
            }
            record.set(0, items.get(file).name(), true, records.line());
            for (var i = 0; i < records.size(); i++) {
                var start = records.start(i);
                var value = new String(records.buffer(), start, records.end(i) - start, StandardCharsets.UTF_8);
                record.set(i + 1, value, records.isQuoted(i), records.line());
            }
        }

        @Override
        RecordBuffer record() {
            return record;
        }

        @Override
        public long line() {
            return current == null ? 1 : current.line();
        }

        @Override
        public void close() throws IOException {
            if (current != null) {
                current.close();
            }
        }
    }
}
