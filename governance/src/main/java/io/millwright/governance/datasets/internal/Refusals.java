package io.millwright.governance.datasets.internal;

import static io.millwright.governance.datasets.internal.RefusalTexts.size;
import static io.millwright.governance.datasets.internal.RefusalTexts.text;
import static io.millwright.governance.datasets.internal.RefusalTexts.user;

import io.millwright.tenancy.MillwrightException;

/** The sentences for files that cannot be read as a table, all in one place. Lines and columns count from 1. */
final class Refusals {

    private Refusals() {}

    static MillwrightException empty() {
        return user("file-empty", "The file is empty.", "Choose a file with a header line and rows.");
    }

    static MillwrightException headerOnly() {
        return user("file-without-rows", "The file has a header line but no rows.", "Choose a file with data.");
    }

    static MillwrightException tooLarge(long limit) {
        return MillwrightException.resources(
                "file-too-large",
                text("The file is larger than %s, which is the limit.", size(limit)),
                "Split it, leave out columns that are not needed, or ask the operator for a higher limit.");
    }

    static MillwrightException noTable(String what, String remedy) {
        return user("file-not-a-table", text("This is %s, not a table.", what), remedy);
    }

    static MillwrightException binary(long line) {
        return user(
                "file-binary",
                text("The file is not text: line %,d holds bytes that no text has.", line),
                "Upload delimited text (CSV, TSV), JSON Lines or Parquet.");
    }

    static MillwrightException gzipBomb(long expanded) {
        return user(
                "file-expands-too-much",
                text("The compressed file expands to more than %s, which no real table does.", size(expanded)),
                "Upload the file uncompressed.");
    }

    static MillwrightException gzipBroken() {
        return user(
                "file-damaged",
                "The compressed file is damaged or was cut off: it cannot be unpacked to its end.",
                "Compress it again, or upload it uncompressed.");
    }

    static MillwrightException encoding(String encoding, long line, long offset) {
        return user(
                "file-encoding",
                text("Line %,d is not valid %s (at byte %,d of the file).", line, encoding, offset),
                "Save the file as UTF-8 and upload it again.");
    }

    static MillwrightException ragged(long line, int fields, int expected, boolean header) {
        return user(
                "file-ragged",
                text(
                        "Line %,d has %s where %s %s.",
                        line,
                        fields == 1 ? "1 field" : text("%,d fields", fields),
                        header ? "the header has" : "line 1 has",
                        text("%,d", expected)),
                "Correct that line; a field that holds the delimiter must stand in quotes.");
    }

    static MillwrightException fieldTooLong(long line, int column) {
        return user(
                "field-too-long",
                text("Line %,d, column %,d holds a field of more than %s.", line, column, size(Limits.MAX_FIELD_BYTES)),
                "Leave that column out or shorten the text.");
    }

    static MillwrightException quoteNotClosed(long line, int column) {
        return user(
                "quote-not-closed",
                text("The quote that opens in line %,d, column %,d is never closed.", line, column),
                "Close it, or double quotes that belong to the text.");
    }

    static MillwrightException textAfterQuote(long line, int column) {
        return user(
                "text-after-quote",
                text("In line %,d, column %,d there is text after the closing quote.", line, column),
                "Double quotes that belong to the text, and put the whole field in quotes.");
    }

    static MillwrightException recordTooLong(long line) {
        return user(
                "row-too-long",
                text("The row in line %,d is longer than %s.", line, size(Limits.MAX_RECORD_BYTES)),
                "Leave out columns with long text.");
    }

    static MillwrightException tooManyColumns(long line, int columns) {
        return user(
                "too-many-columns",
                text("Line %,d has %,d columns; %,d is the limit.", line, columns, Limits.MAX_COLUMNS),
                "Leave out columns that are not needed, or turn the table so that they become rows.");
    }

    static MillwrightException blankName(long line, int column) {
        return user(
                "column-without-name",
                text("Column %,d has no name in the header (line %,d).", column, line),
                "Give every column a name.");
    }

    static MillwrightException sameName(int first, int second, String name, boolean exactly) {
        return user(
                "column-name-twice",
                text(
                        "Columns %,d and %,d are both called \"%s\"%s.",
                        first, second, shorten(name), exactly ? "" : ", as upper and lower case are not told apart"),
                "Give every column a name of its own.");
    }

    static MillwrightException badName(int column) {
        return user(
                "column-name-invalid",
                text(
                        "The name of column %,d is longer than %,d characters or holds control characters.",
                        column, Limits.MAX_NAME),
                "Give it a short name.");
    }

    static MillwrightException badJson(long line, String why) {
        return user(
                "json-invalid",
                text("Line %,d is not a JSON object with simple values: %s.", line, why),
                "Write one object per line; values are text, numbers, true, false or null.");
    }

    static MillwrightException badParquet() {
        return user(
                "parquet-invalid",
                "The Parquet file is damaged or uses features that cannot be read.",
                "Write it again, or upload the table as CSV.");
    }

    static MillwrightException columnType(String column, String type) {
        return user(
                "column-type",
                text("Column \"%s\" has the type %s, which a table cannot hold here.", shorten(column), type),
                "Leave the column out or turn it into numbers or text.");
    }

    static MillwrightException tooSlow() {
        return MillwrightException.resources(
                "file-too-slow",
                "Reading the file took too long and was stopped.",
                "Split the file, or try again later.");
    }

    static MillwrightException tooMuchMemory() {
        return MillwrightException.resources(
                "file-needs-memory",
                "Reading the file needs more memory than one upload may take.",
                "Split the file or leave out columns with long text.");
    }

    static MillwrightException resultColumns(String found) {
        return user(
                "result-columns",
                text("The result table has the columns %s, which are not those that were announced.", found),
                "Tell the author of the template.");
    }

    static MillwrightException resultType(String column, String type) {
        return user(
                "result-type",
                text(
                        "Column \"%s\" of the result table holds values that are not of the announced type %s.",
                        shorten(column), type),
                "Tell the author of the template.");
    }

    private static String shorten(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
