package io.millwright.broker.runner.table;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Numbers and flags in bytes, read without making objects in all but rare cases. */
final class Values {

    /** Digits that always fit into a long. */
    private static final int SAFE_DIGITS = 18;
    /** Whole numbers below this and powers of ten up to 22 are exact doubles, so that one division rounds correctly. */
    private static final long EXACT = 1L << 53;

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Values() {}

    static long integer(byte[] bytes, int start, int end) {
        boolean negative = bytes[start] == '-';
        int first = negative || bytes[start] == '+' ? start + 1 : start;
        if (first == end || end - first > SAFE_DIGITS) {
            return Long.parseLong(text(bytes, start, end));
        }
        long value = 0;
        for (int i = first; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException("not a whole number");
            }
            value = value * 10 + digit;
        }
        return negative ? -value : value;
    }

    static double decimal(byte[] bytes, int start, int end) {
        boolean negative = bytes[start] == '-';
        int first = negative || bytes[start] == '+' ? start + 1 : start;
        long mantissa = 0;
        int fraction = -1;
        if (end - first > SAFE_DIGITS + 1) {
            return slowDecimal(bytes, start, end);
        }
        for (int i = first; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                mantissa = mantissa * 10 + digit;
                fraction += fraction >= 0 ? 1 : 0;
            } else if (bytes[i] == '.' && fraction < 0) {
                fraction = 0;
            } else {
                return slowDecimal(bytes, start, end);
            }
        }
        if (mantissa >= EXACT || first == end) {
            return slowDecimal(bytes, start, end);
        }
        double value = fraction > 0 ? mantissa / POWERS[fraction] : mantissa;
        return negative ? -value : value;
    }

    static long flag(byte[] bytes, int start, int end) {
        if (end == start) {
            throw new NumberFormatException("not a flag");
        }
        return switch (bytes[start]) {
            case 't', 'T', '1' -> 1;
            case 'f', 'F', '0' -> 0;
            default -> throw new NumberFormatException("not a flag");
        };
    }

    private static double slowDecimal(byte[] bytes, int start, int end) {
        String text = text(bytes, start, end);
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> Double.NaN;
            case "inf", "+inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
