package io.millwright.governance.datasets.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Takes delimited text apart (RFC 4180, with any delimiter and any line end): strictly, so that a damaged file is told with
 * its line instead of being read wrongly. Lines without any character are skipped. Memory is bounded by the longest record.
 */
final class DelimitedRecords implements Records {

    private static final int NONE = -1;

    private final InputStream in;
    private final Dialect dialect;
    private final byte[] block = new byte[1 << 17];
    private int blockStart;
    private int blockEnd;
    private byte[] record = new byte[1 << 12];
    private int length;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private boolean[] quoted = new boolean[64];
    private int fields;
    private int fieldStart;
    private long lineNumber = 1;
    private long recordLine = 1;

    DelimitedRecords(InputStream in, Dialect dialect) throws IOException {
        this.in = in;
        this.dialect = dialect;
        for (var i = 0; i < dialect.skip(); i++) {
            skipLine();
        }
    }

    @Override
    public boolean next() throws IOException {
        do {
            length = 0;
            fields = 0;
            fieldStart = 0;
            recordLine = lineNumber;
            if (peek() == NONE) {
                return false;
            }
            if (dialect.isWhitespace()) {
                readWords();
            } else {
                readFields();
            }
        } while (fields == 0 || (fields == 1 && length == 0 && !quoted[0]));
        return true;
    }

    private void readFields() throws IOException {
        while (true) {
            fieldStart = length;
            if (readField()) {
                return;
            }
        }
    }

    /** Reads one field; true when it ends the record. */
    private boolean readField() throws IOException {
        var delimiter = dialect.delimiter();
        var b = read();
        while (b == ' ' && delimiter != ' ') {
            append(' ');
            b = read();
        }
        if (b == Dialect.QUOTE) {
            length = fieldStart;
            return readQuoted();
        }
        while (true) {
            if (b == delimiter) {
                endField(false);
                return false;
            }
            if (b == NONE || b == '\n' || b == '\r') {
                endField(false);
                endLine(b);
                return true;
            }
            append(b);
            b = read();
        }
    }

    private boolean readQuoted() throws IOException {
        var opened = lineNumber;
        while (true) {
            var b = read();
            if (b == NONE) {
                throw Refusals.quoteNotClosed(opened, fields + 1);
            }
            if (b == '\\' && dialect.backslash()) {
                var following = peek();
                if (following == Dialect.QUOTE || following == '\\') {
                    append(read());
                    continue;
                }
            } else if (b == Dialect.QUOTE) {
                if (peek() != Dialect.QUOTE) {
                    break;
                }
                read();
            } else if (b == '\n' || (b == '\r' && peek() != '\n')) {
                lineNumber++;
            }
            append(b);
        }
        endField(true);
        var b = read();
        while (b == ' ') {
            b = read();
        }
        if (b == dialect.delimiter()) {
            return false;
        }
        if (b == NONE || b == '\n' || b == '\r') {
            endLine(b);
            return true;
        }
        throw Refusals.textAfterQuote(lineNumber, fields);
    }

    private void readWords() throws IOException {
        var b = read();
        while (b != NONE && b != '\n' && b != '\r') {
            if (b == ' ' || b == '\t') {
                b = read();
                continue;
            }
            fieldStart = length;
            while (b != NONE && b != '\n' && b != '\r' && b != ' ' && b != '\t') {
                append(b);
                b = read();
            }
            endField(false);
        }
        endLine(b);
    }

    private void append(int b) {
        if (length == record.length) {
            record = Arrays.copyOf(record, length * 2);
        }
        record[length++] = (byte) b;
        if (length - fieldStart > Limits.MAX_FIELD_BYTES) {
            throw Refusals.fieldTooLong(recordLine, fields + 1);
        }
        if (length > Limits.MAX_RECORD_BYTES) {
            throw Refusals.recordTooLong(recordLine);
        }
    }

    private void endField(boolean inQuotes) {
        if (fields == starts.length) {
            if (fields > Limits.MAX_RECORD_BYTES) {
                throw Refusals.recordTooLong(recordLine);
            }
            starts = Arrays.copyOf(starts, fields * 2);
            ends = Arrays.copyOf(ends, fields * 2);
            quoted = Arrays.copyOf(quoted, fields * 2);
        }
        starts[fields] = fieldStart;
        ends[fields] = length;
        quoted[fields++] = inQuotes;
    }

    private void endLine(int b) throws IOException {
        if (b == '\r' && peek() == '\n') {
            read();
        }
        lineNumber++;
    }

    private void skipLine() throws IOException {
        var b = read();
        while (b != NONE && b != '\n' && b != '\r') {
            b = read();
        }
        endLine(b);
    }

    private int peek() throws IOException {
        return blockStart < blockEnd || fill() ? block[blockStart] & 0xFF : NONE;
    }

    private int read() throws IOException {
        return blockStart < blockEnd || fill() ? block[blockStart++] & 0xFF : NONE;
    }

    private boolean fill() throws IOException {
        blockStart = 0;
        blockEnd = Math.max(0, in.readNBytes(block, 0, block.length));
        return blockEnd > 0;
    }

    @Override
    public long line() {
        return recordLine;
    }

    @Override
    public int size() {
        return fields;
    }

    @Override
    public byte[] buffer() {
        return record;
    }

    @Override
    public int start(int field) {
        return starts[field];
    }

    @Override
    public int end(int field) {
        return ends[field];
    }

    @Override
    public boolean isQuoted(int field) {
        return quoted[field];
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
