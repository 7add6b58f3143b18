package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.DatasetColumn;
import io.millwright.governance.datasets.ImagePage;
import io.millwright.governance.datasets.RowPage;
import io.millwright.governance.datasets.SourceFormat;
import io.millwright.governance.datasets.SourceFormat.Kind;
import io.millwright.tenancy.MillwrightException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file as a table: recognises it, takes it apart, finds the types, and leaves Parquet, canonical table and profile
 * beside it. Memory does not grow with the file. Safe for many threads; how many files are read at once is the caller's
 * business.
 */
public final class TableReader {

    private final Limits limits;

    public TableReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads a file that lies in the scratch folder.
     *
     * @throws MillwrightException with a sentence when it is not a table
     */
    public TableFiles read(Scratch scratch, Path file) throws IOException {
        return withDuck(scratch, duck -> switch (FileKind.of(file)) {
            case PARQUET -> new ParquetTable(duck, scratch, file).read();
            case TEXT -> readText(duck, scratch, new TextSource(file, false, limits.maxBytes()));
            case GZIP -> readText(duck, scratch, new TextSource(file, true, limits.maxBytes()));
            case ZIP -> {
                try (var archive = Archive.open(file, limits.maxBytes())) {
                    yield Workbook.isOne(archive)
                            ? new Workbook(duck, scratch, file).read(archive)
                            : readArchive(duck, scratch, archive);
                }
            }
            case SAFETENSORS -> new WeightsTable(duck, scratch, file).read();
        });
    }

    private TableFiles readArchive(DuckSession duck, Scratch scratch, Archive archive)
            throws IOException, SQLException {
        if (ImageSet.isOne(archive)) {
            return new ImageSet(duck, scratch, archive).read();
        }
        if (TableArchive.isOne(archive)) {
            return new TableArchive(duck, scratch, archive, limits.maxBytes()).read();
        }
        throw ArchiveRefusals.nothing(Archive.shown(archive.items().getFirst().name()));
    }

    /** Reads an archive of images that a job made. */
    public TableFiles readImages(Scratch scratch, Path file) throws IOException {
        return withDuck(scratch, duck -> {
            if (FileKind.of(file) != FileKind.ZIP) {
                throw ArchiveRefusals.noImages();
            }
            try (var archive = Archive.open(file, limits.maxBytes())) {
                return new ImageSet(duck, scratch, archive).read();
            }
        });
    }

    /** Reads a canonical table whose columns were announced, compressed or not. */
    public TableFiles readResult(Scratch scratch, Path file, List<DatasetColumn> columns) throws IOException {
        return withDuck(scratch, duck -> {
            var source = new TextSource(file, FileKind.of(file) == FileKind.GZIP, limits.maxBytes());
            var encoding = TextEncoding.of(source);
            if (!encoding.charset().equals(StandardCharsets.UTF_8)) {
                throw Refusals.encoding("UTF-8", 1, 0);
            }
            var plain = normalise(source, encoding, Dialect.PLAIN, scratch.file("plain.csv"));
            var names = plain.columns().stream().map(ColumnFinding::name).toList();
            if (!names.equals(columns.stream().map(DatasetColumn::name).toList())) {
                throw Refusals.resultColumns(String.join(", ", names));
            }
            var readings = new ArrayList<ColumnReading>();
            for (var i = 0; i < columns.size(); i++) {
                var column = columns.get(i);
                var reading = plain.columns().get(i).as(column.type());
                if (reading == null) {
                    throw Refusals.resultType(column.name(), column.type().name());
                }
                readings.add(reading);
            }
            var format = new SourceFormat(Kind.DELIMITED_TEXT, source.gzip(), "UTF-8", ",", true, List.of());
            return new PlainTable(duck, scratch, plain, readings).store(format);
        });
    }

    /** Some rows of a Parquet file that an earlier reading left. */
    public List<List<@Nullable String>> rows(
            Scratch scratch, Path parquet, List<DatasetColumn> columns, RowPage.Order order, long offset, int limit)
            throws IOException {
        return withDuck(scratch, duck -> new RowReader(duck, parquet, columns).read(order, offset, limit));
    }

    /** Some images of the Parquet file of a set that an earlier reading left. */
    public ImagePage images(Scratch scratch, Path parquet, ImagePage.Filter filter, long offset, int limit)
            throws IOException {
        return withDuck(scratch, duck -> {
            var where = " FROM read_parquet(" + DuckTypes.literal(parquet.toString())
                    + ", file_row_number = true) WHERE true" + matching("part", filter.part())
                    + matching("label", filter.label());
            var total = duck.query("SELECT count(*)" + where, row -> row.getLong(1));
            var found = duck.list(
                    "SELECT file_row_number, image, part, label" + where + " ORDER BY file_row_number LIMIT " + limit
                            + " OFFSET " + offset,
                    row -> new ImagePage.Shown(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
            return new ImagePage(found.stream().filter(Objects::nonNull).toList(), total == null ? 0 : total);
        });
    }

    private static String matching(String column, @Nullable String value) {
        return value == null ? "" : " AND " + column + " = " + DuckTypes.literal(value);
    }

    private TableFiles readText(DuckSession duck, Scratch scratch, TextSource source) throws IOException, SQLException {
        var encoding = TextEncoding.of(source);
        var head = TextTable.head(source, encoding);
        if (JsonLines.looksLike(head)) {
            return readJson(duck, scratch, source, encoding);
        }
        var dialect = new DialectFinder(duck, scratch).find(head);
        var plain = normalise(source, encoding, dialect, scratch.file("plain.csv"));
        var readings = plain.columns().stream().map(ColumnFinding::decide).toList();
        var notes = readings.stream()
                .map(ColumnReading::note)
                .filter(Objects::nonNull)
                .toList();
        var format = new SourceFormat(
                Kind.DELIMITED_TEXT,
                source.gzip(),
                encoding.charset().name(),
                plain.columns().size() == 1 ? "" : dialect.delimiterName(),
                dialect.header(),
                notes);
        return new PlainTable(duck, scratch, plain, readings).store(format);
    }

    private TableFiles readJson(DuckSession duck, Scratch scratch, TextSource source, TextEncoding encoding)
            throws IOException, SQLException {
        List<String> names;
        try (var in = Utf8Stream.open(source, encoding)) {
            names = JsonLines.names(in);
        }
        try (var records = new JsonLines(Utf8Stream.open(source, encoding), names)) {
            var plain = Normaliser.write(records, true, scratch.file("plain.csv"));
            var readings = plain.columns().stream().map(ColumnFinding::decide).toList();
            var format = new SourceFormat(
                    Kind.JSON_LINES, source.gzip(), encoding.charset().name(), "", false, List.of());
            return new PlainTable(duck, scratch, plain, readings).store(format);
        }
    }

    private static Normaliser.Plain normalise(TextSource source, TextEncoding encoding, Dialect dialect, Path file)
            throws IOException {
        try (var records = new DelimitedRecords(Utf8Stream.open(source, encoding), dialect)) {
            return Normaliser.write(records, dialect.header(), file);
        }
    }

    private interface Reading<T> {
        T with(DuckSession duck) throws IOException, SQLException;
    }

    private <T> T withDuck(Scratch scratch, Reading<T> reading) throws IOException {
        try (var duck = DuckSession.open(scratch, limits)) {
            return reading.with(duck);
        } catch (SQLException failed) {
            throw MillwrightException.internal("table-unreadable", "The file could not be read as a table.", failed);
        } finally {
            Files.deleteIfExists(scratch.file("plain.csv"));
        }
    }
}
