package io.millwright.governance.datasets;

import java.util.List;

/**
 * How the file that was given was read.
 *
 * @param kind the kind of file
 * @param compressed whether it was a gzip file
 * @param encoding the character encoding, e.g. {@code UTF-8}; empty where there is none
 * @param delimiter what separates the fields: one character, {@code whitespace}, or empty where there is none
 * @param header whether the first line names the columns
 * @param notes what a person should know about the reading, one sentence each
 */
public record SourceFormat(
        Kind kind, boolean compressed, String encoding, String delimiter, boolean header, List<String> notes) {

    public SourceFormat {
        notes = List.copyOf(notes);
    }

    /** Kinds of files. */
    public enum Kind {
        DELIMITED_TEXT,
        JSON_LINES,
        PARQUET,
        EXCEL,
        TABLE_ARCHIVE,
        IMAGE_ARCHIVE,
        SAFETENSORS
    }
}
