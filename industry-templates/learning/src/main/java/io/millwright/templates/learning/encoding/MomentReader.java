package io.millwright.templates.learning.encoding;

import io.millwright.plugins.api.RowCursor;
import java.util.Optional;

/**
 * Reads moments as microseconds since 1970-01-01T00:00:00Z, from real timestamps, text in many formats, or numbers.
 *
 * @param format how the column is read; kept with a model, so that a later file is read the same way
 * @param absolute whether the calendar is known; otherwise the count starts somewhere unknown
 */
public record MomentReader(String format, boolean absolute, Source source) {

    /** No moment is known of a row. */
    public static final long MISSING = Long.MIN_VALUE;

    /** How one value becomes microseconds. */
    @FunctionalInterface
    public interface Source {
        long micros(RowCursor row, int column);
    }

    static final long SECOND = 1_000_000L;
    public static final long DAY = 86_400L * SECOND;

    /**
     * Finds out how to read a column; empty where it holds no moments.
     *
     * @param preferred the format to use when it fits, else {@code ""}
     */
    public static Optional<MomentReader> of(ColumnProfile column, String preferred) {
        if (column.present() == 0) {
            return Optional.empty();
        }
        return switch (column.type()) {
            case TIMESTAMP -> Optional.of(new MomentReader("timestamp", true, RowCursor::integer));
            case DATE -> Optional.of(new MomentReader("date", true, (row, at) -> row.integer(at) * DAY));
            case INTEGER, DECIMAL -> NumericMoments.of(column, preferred);
            case TEXT -> TextMoments.of(column, preferred);
            case BOOLEAN -> Optional.empty();
        };
    }

    /** The moment in a row, or {@link #MISSING}. */
    public long read(RowCursor row, int column) {
        return row.isMissing(column) ? MISSING : source.micros(row, column);
    }
}
