package io.millwright.governance.datasets.internal;

import java.io.IOException;

/**
 * A delimited text, and how it is written.
 *
 * @param source its bytes
 * @param encoding how they become text
 * @param dialect how that becomes fields
 */
record TextTable(TextSource source, TextEncoding encoding, Dialect dialect) {

    /** Looks at its beginning; a text of JSON objects has no dialect and is none of these. */
    static TextTable of(DuckSession duck, Scratch scratch, TextSource source) throws IOException {
        var encoding = TextEncoding.of(source);
        return new TextTable(source, encoding, new DialectFinder(duck, scratch).find(head(source, encoding)));
    }

    static byte[] head(TextSource source, TextEncoding encoding) throws IOException {
        try (var in = Utf8Stream.open(source, encoding)) {
            return DialectFinder.wholeLines(in.readNBytes(DialectFinder.HEAD));
        }
    }

    DelimitedRecords open() throws IOException {
        return new DelimitedRecords(Utf8Stream.open(source, encoding), dialect);
    }
}
