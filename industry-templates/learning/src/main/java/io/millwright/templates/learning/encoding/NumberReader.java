package io.millwright.templates.learning.encoding;

import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.RowCursor;
import java.util.List;
import java.util.Optional;

/**
 * Reads numbers, also those that came as text: {@code "1.234,56 €"}, {@code "$12.50"}, {@code "1 000"}, {@code "(12.50)"},
 * {@code "R$ 12,50"}, {@code "100 kr"}.
 */
public final class NumberReader {

    private static final double ENOUGH = 0.9;

    private final boolean text;
    private final char decimalMark;

    private NumberReader(boolean text, char decimalMark) {
        this.text = text;
        this.decimalMark = decimalMark;
    }

    /** Empty where the column does not hold numbers. */
    public static Optional<NumberReader> of(ColumnProfile column) {
        if (column.type() == ColumnType.INTEGER
                || column.type() == ColumnType.DECIMAL
                || column.type() == ColumnType.BOOLEAN) {
            return Optional.of(new NumberReader(false, '.'));
        }
        if (column.type() != ColumnType.TEXT || column.examples().isEmpty()) {
            return Optional.empty();
        }
        NumberReader reader = new NumberReader(
                true,
                decimalMark(
                        column.examples().stream().map(CurrencyWords::without).toList()));
        long read = column.examples().stream()
                .filter(example -> !Double.isNaN(reader.parse(example)))
                .count();
        return read >= ENOUGH * column.examples().size() ? Optional.of(reader) : Optional.empty();
    }

    /** Reads columns of a number type. */
    public static NumberReader plain() {
        return new NumberReader(false, '.');
    }

    /** The number in a row; NaN where it is missing or not a number. */
    public double read(RowCursor row, int column) {
        if (!text) {
            return row.number(column);
        }
        String value = row.text(column);
        return value == null ? Double.NaN : parse(value);
    }

    double parse(String written) {
        String value = CurrencyWords.without(written);
        StringBuilder digits = new StringBuilder();
        boolean negative = false;
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c == decimalMark) {
                digits.append('.');
            } else if (c == '-' || c == '(' || c == '\u2212') {
                negative |= !insteadOfDecimals(value, at);
            } else if (c == ':') {
                // a time of day, or a ratio
                return Double.NaN;
            } else if (Character.isLetter(c) && Character.UnicodeBlock.of(c) == Character.UnicodeBlock.BASIC_LATIN) {
                if (!currencyLetter(value, at)) {
                    return Double.NaN;
                }
            }
        }
        try {
            double number = Double.parseDouble(digits.toString());
            return negative ? -number : number;
        } catch (NumberFormatException notNumber) {
            return Double.NaN;
        }
    }

    /** As in {@code "100,- Kč"}: no decimals, and nothing negative. */
    private static boolean insteadOfDecimals(String value, int at) {
        return at > 1 && (value.charAt(at - 1) == ',' || value.charAt(at - 1) == '.');
    }

    /** Whether the letter stands in a code of three capitals before or after the figure, such as EUR. */
    private static boolean currencyLetter(String value, int at) {
        String bare = value.strip();
        int offset = value.indexOf(bare);
        int inside = at - offset;
        boolean front = inside < 3 && code(bare, 0);
        boolean back = inside >= bare.length() - 3 && code(bare, bare.length() - 3);
        return front || back;
    }

    private static boolean code(String bare, int start) {
        if (start < 0 || start + 3 > bare.length()) {
            return false;
        }
        return bare.substring(start, start + 3).chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    /** The mark that comes last in values with both, or that is not followed by exactly three digits. */
    private static char decimalMark(List<String> examples) {
        int comma = 0;
        int point = 0;
        for (String example : examples) {
            int lastComma = example.lastIndexOf(',');
            int lastPoint = example.lastIndexOf('.');
            if (lastComma >= 0 && (lastComma > lastPoint) && decimals(example, lastComma)) {
                comma++;
            } else if (lastPoint >= 0 && lastPoint > lastComma && decimals(example, lastPoint)) {
                point++;
            } else if (lastPoint >= 0 && lastComma < 0 && example.indexOf('.') != lastPoint) {
                comma++;
            }
        }
        return comma > point ? ',' : '.';
    }

    private static boolean decimals(String example, int mark) {
        if (example.indexOf(',') >= 0 && example.indexOf('.') >= 0) {
            return true;
        }
        int digits = 0;
        while (mark + 1 + digits < example.length() && Character.isDigit(example.charAt(mark + 1 + digits))) {
            digits++;
        }
        return digits != 3 && example.indexOf(example.charAt(mark)) == mark;
    }
}
