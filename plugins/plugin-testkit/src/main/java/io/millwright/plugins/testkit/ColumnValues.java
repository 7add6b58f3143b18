package io.millwright.plugins.testkit;

import io.millwright.plugins.api.ColumnType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The values of one column: numbers as 64 bits each, texts as they are. */
final class ColumnValues {

    private final ColumnType type;
    private final BitSet present = new BitSet();
    private long[] bits = new long[0];
    private @Nullable String[] texts = new String[0];
    private @Nullable String everywhere;

    ColumnValues(ColumnType type) {
        this.type = type;
    }

    /** A column without a single value. */
    static ColumnValues missing(ColumnType type) {
        return new ColumnValues(type);
    }

    /** A text column that says the same in every row. */
    static ColumnValues constant(String text) {
        var values = new ColumnValues(ColumnType.TEXT);
        values.everywhere = text;
        return values;
    }

    ColumnType type() {
        return type;
    }

    void set(int row, long value) {
        if (row >= bits.length) {
            bits = Arrays.copyOf(bits, Math.max(16, row * 2));
        }
        bits[row] = value;
        present.set(row);
    }

    void set(int row, double value) {
        if (!Double.isNaN(value)) {
            set(row, Double.doubleToLongBits(value));
        }
    }

    void set(int row, String value) {
        if (row >= texts.length) {
            texts = Arrays.copyOf(texts, Math.max(16, row * 2));
        }
        texts[row] = value;
        present.set(row);
    }

    boolean isMissing(int row) {
        return everywhere == null && !present.get(row);
    }

    double number(int row) {
        if (isMissing(row) || type == ColumnType.TEXT) {
            return Double.NaN;
        }
        return type == ColumnType.DECIMAL ? Double.longBitsToDouble(bits[row]) : bits[row];
    }

    long integer(int row) {
        if (isMissing(row) || type == ColumnType.TEXT) {
            return 0;
        }
        return type == ColumnType.DECIMAL ? (long) Double.longBitsToDouble(bits[row]) : bits[row];
    }

    @Nullable
    String text(int row) {
        if (everywhere != null) {
            return everywhere;
        }
        if (!present.get(row)) {
            return null;
        }
        return switch (type) {
            case INTEGER -> Long.toString(bits[row]);
            case DECIMAL -> Double.toString(Double.longBitsToDouble(bits[row]));
            case BOOLEAN -> bits[row] == 0 ? "false" : "true";
            case DATE -> LocalDate.ofEpochDay(bits[row]).toString();
            case TIMESTAMP -> instant(bits[row]).toString();
            case TEXT -> texts[row];
        };
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }
}
