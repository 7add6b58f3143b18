package io.millwright.broker.runner.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Finds the fields of a CSV file row by row. Keeps the bytes of one row and where its fields lie in them; makes no object
 * per row or field.
 */
final class CsvRows implements AutoCloseable {

    private static final int INITIAL_BYTES = 1 << 17;
    private static final int MAX_ROW_BYTES = 1 << 29;

    private static final byte PLAIN = 0;
    private static final byte QUOTED = 1;
    private static final byte QUOTED_WITH_QUOTES = 2;

    private final InputStream input;
    private final int columns;
    /** Where fields start and end, counted from the start of the row, since rows move when the buffer is filled. */
    private final int[] starts;

    private final int[] ends;
    private final byte[] kinds;

    private byte[] buffer = new byte[INITIAL_BYTES];
    private int limit;
    private int rowStart;
    private int at;
    private long rowNumber;

    CsvRows(Path file, int columns) {
        this.columns = columns;
        this.starts = new int[columns];
        this.ends = new int[columns];
        this.kinds = new byte[columns];
        try {
            this.input = Files.newInputStream(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        next();
        rowNumber = 0;
    }

    /** Moves to the next row; false after the last. */
    boolean next() {
        rowStart = at;
        if (at == limit && !fill()) {
            return false;
        }
        rowNumber++;
        for (int column = 0; column < columns; column++) {
            if ((at < limit || fill()) && buffer[at] == '"') {
                quotedField(column);
            } else {
                plainField(column);
            }
            boolean more = (at < limit || fill()) && buffer[at] == ',';
            if (more != column < columns - 1) {
                throw new IllegalStateException("row %d of the table has %s fields than its %d columns"
                        .formatted(rowNumber, more ? "more" : "fewer", columns));
            }
            at = Math.min(at + 1, limit);
        }
        return true;
    }

    byte[] bytes() {
        return buffer;
    }

    int start(int column) {
        return rowStart + starts[column];
    }

    int end(int column) {
        return rowStart + ends[column];
    }

    boolean missing(int column) {
        return starts[column] == ends[column] && kinds[column] == PLAIN;
    }

    String text(int column) {
        int start = start(column);
        if (kinds[column] != QUOTED_WITH_QUOTES) {
            return new String(buffer, start, end(column) - start, StandardCharsets.UTF_8);
        }
        byte[] unescaped = new byte[end(column) - start];
        int length = 0;
        for (int i = start; i < end(column); i++) {
            unescaped[length++] = buffer[i];
            if (buffer[i] == '"') {
                i++;
            }
        }
        return new String(unescaped, 0, length, StandardCharsets.UTF_8);
    }

    long rowNumber() {
        return rowNumber;
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException ignored) {
            // it was only read
        }
    }

    private void plainField(int column) {
        starts[column] = at - rowStart;
        do {
            byte[] bytes = buffer;
            int stop = limit;
            int next = at;
            while (next < stop && bytes[next] != ',' && bytes[next] != '\n') {
                next++;
            }
            at = next;
        } while (at == limit && fill());
        int length = at - rowStart - starts[column];
        boolean carriageReturn = length > 0 && buffer[at - 1] == '\r' && (at == limit || buffer[at] == '\n');
        ends[column] = starts[column] + length - (carriageReturn ? 1 : 0);
        kinds[column] = PLAIN;
    }

    private void quotedField(int column) {
        at++;
        starts[column] = at - rowStart;
        kinds[column] = QUOTED;
        while (true) {
            if (at == limit && !fill()) {
                throw new IllegalStateException("row " + rowNumber + " of the table ends inside quotes");
            }
            if (buffer[at++] != '"') {
                continue;
            }
            if ((at < limit || fill()) && buffer[at] == '"') {
                kinds[column] = QUOTED_WITH_QUOTES;
                at++;
                continue;
            }
            break;
        }
        ends[column] = at - 1 - rowStart;
        if (at < limit && buffer[at] == '\r') {
            at++;
        }
    }

    /** Reads more behind what is there, moving the row to the front; false at the end of the file. */
    private boolean fill() {
        try {
            if (rowStart > 0) {
                System.arraycopy(buffer, rowStart, buffer, 0, limit - rowStart);
                limit -= rowStart;
                at -= rowStart;
                rowStart = 0;
            }
            if (limit == buffer.length) {
                if (limit >= MAX_ROW_BYTES) {
                    throw new IllegalStateException("row " + rowNumber + " of the table is longer than 512 MB");
                }
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
            int read = input.read(buffer, limit, buffer.length - limit);
            if (read <= 0) {
                return false;
            }
            limit += read;
            return true;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
