package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.SourceFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads the table of an Excel workbook: of its first visible sheet that has rows. Rows stream; shared texts lie in memory. */
final class Workbook {

    /** Bytes that the texts that cells share may take, unpacked: they lie in memory while the sheet is read. */
    private static final long MAX_TEXTS = 64L << 20;

    private static final String BOOK = "xl/workbook.xml";

    private final DuckSession duck;
    private final Scratch scratch;
    private final Path file;

    Workbook(DuckSession duck, Scratch scratch, Path file) {
        this.duck = duck;
        this.scratch = scratch;
        this.file = file;
    }

    /** Whether an archive is a workbook. */
    static boolean isOne(Archive archive) {
        return archive.items().stream().anyMatch(item -> item.name().equals(BOOK));
    }

    /** @param archive the same file, whose parts are unpacked once to count them before another reader sees them */
    TableFiles read(Archive archive) throws IOException, SQLException {
        for (var item : archive.items()) {
            try (var in = archive.open(item)) {
                var size = in.transferTo(java.io.OutputStream.nullOutputStream());
                if (size > MAX_TEXTS && item.name().endsWith("sharedStrings.xml")) {
                    throw ArchiveRefusals.textsTooLong(MAX_TEXTS);
                }
            }
        }
        Normaliser.Plain plain;
        boolean header;
        var notes = new ArrayList<String>();
        try (var book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
            var sheets = book.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .toList();
            var sheet = sheet(sheets);
            if (sheets.size() > 1) {
                notes.add("The workbook has %d sheets; \"%s\", the first with rows, was read."
                        .formatted(sheets.size(), Archive.shown(sheet.getName())));
            }
            try (var rows = sheet.openStream();
                    var records = new WorkbookRecords(new WorkbookCells(book.isDate1904()), rows.iterator())) {
                header = records.header();
                plain = Normaliser.write(records, header, scratch.file("plain.csv"));
            }
        } catch (ExcelReaderException
                | UncheckedIOException
                | IllegalArgumentException
                | ArithmeticException
                | IndexOutOfBoundsException damaged) {
            throw ArchiveRefusals.workbook();
        }
        var readings = plain.columns().stream().map(ColumnFinding::decide).toList();
        readings.stream().map(ColumnReading::note).filter(Objects::nonNull).forEach(notes::add);
        var format = new SourceFormat(SourceFormat.Kind.EXCEL, false, "", "", header, notes);
        return new PlainTable(duck, scratch, plain, readings).store(format);
    }

    private static Sheet sheet(List<Sheet> sheets) throws IOException {
        for (var sheet : sheets) {
            try (var rows = sheet.openStream()) {
                if (rows.anyMatch(row -> row.getFirstNonEmptyCell().isPresent())) {
                    return sheet;
                }
            }
        }
        throw Refusals.empty();
    }
}
