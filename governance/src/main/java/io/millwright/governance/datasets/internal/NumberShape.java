package io.millwright.governance.datasets.internal;

import java.nio.charset.StandardCharsets;

/** Numbers as people and programs write them: signs, fractions, exponents, thousands, decimal commas. */
final class NumberShape {

    private static final int LONGEST_SAFE = 18;

    private NumberShape() {}

    static int of(byte[] buffer, int start, int end) {
        var i = buffer[start] == '-' || buffer[start] == '+' ? start + 1 : start;
        var digits = i;
        var points = 0;
        var commas = 0;
        var lastPoint = -1;
        var lastComma = -1;
        var exponent = -1;
        for (var k = i; k < end; k++) {
            var b = buffer[k];
            if (b >= '0' && b <= '9') {
                continue;
            }
            if (b == '.') {
                points++;
                lastPoint = k;
            } else if (b == ',') {
                commas++;
                lastComma = k;
            } else if ((b == 'e' || b == 'E') && k > i) {
                exponent = k;
                break;
            } else {
                return isInfinity(buffer, i, end)
                        ? Shape.DECIMAL | Shape.DECIMAL_COMMA | Shape.THOUSANDS | Shape.INFINITE | Shape.FRACTION
                        : 0;
            }
        }
        if (exponent >= 0) {
            return isExponent(buffer, exponent + 1, end) && commas == 0 && points <= 1 && hasDigit(buffer, i, exponent)
                    ? Shape.DECIMAL | Shape.FRACTION | (end - exponent > 3 ? Shape.LARGE : 0)
                    : 0;
        }
        if (!hasDigit(buffer, i, end)) {
            return 0;
        }
        if (points == 0 && commas == 0) {
            return whole(buffer, digits, end);
        }
        var shape = 0;
        if (commas == 0 && points == 1) {
            shape |= Shape.DECIMAL | Shape.THOUSANDS | Shape.FRACTION;
        }
        if (commas == 1 && lastComma > lastPoint && isGrouped(buffer, i, lastComma, '.', points)) {
            var fraction = end - lastComma - 1;
            var decided = fraction != 3 || points > 0 || lastComma - i > 3 || lastComma == i || buffer[i] == '0';
            shape |= Shape.DECIMAL_COMMA | Shape.FRACTION | (decided ? Shape.COMMA_DECIDED : 0);
        }
        if (commas == 0 && isGrouped(buffer, i, end, '.', points)) {
            shape |= Shape.DECIMAL_COMMA;
        }
        var whole = points == 0 ? end : lastPoint;
        if (commas > 0
                && points <= 1
                && lastPoint < 0 | lastPoint > lastComma
                && isGrouped(buffer, i, whole, ',', commas)) {
            shape |= Shape.THOUSANDS
                    | (points == 1 ? Shape.FRACTION : 0)
                    | (points == 1 || commas > 1 ? Shape.THOUSANDS_DECIDED : 0);
        }
        return shape;
    }

    /** A number of digits only: an identifier, not a number, when zeros lead it. */
    private static int whole(byte[] buffer, int start, int end) {
        var length = end - start;
        if (length > 1 && buffer[start] == '0') {
            return 0;
        }
        if (length > LONGEST_SAFE) {
            return Shape.DECIMAL | Shape.DECIMAL_COMMA | Shape.THOUSANDS | Shape.HUGE;
        }
        return Shape.INTEGER | Shape.DECIMAL | Shape.DECIMAL_COMMA | Shape.THOUSANDS;
    }

    /** Whether digits stand in groups of three, but for the first, which has one to three; without separators: any. */
    private static boolean isGrouped(byte[] buffer, int start, int end, char separator, int separators) {
        if (separators == 0) {
            return true;
        }
        var group = 0;
        var groups = 0;
        for (var k = start; k < end; k++) {
            if (buffer[k] == separator) {
                if (groups == 0 ? group < 1 || group > 3 : group != 3) {
                    return false;
                }
                groups++;
                group = 0;
            } else if (buffer[k] >= '0' && buffer[k] <= '9') {
                group++;
            } else {
                return false;
            }
        }
        return groups == separators && group == 3;
    }

    private static boolean isExponent(byte[] buffer, int start, int end) {
        var i = start < end && (buffer[start] == '-' || buffer[start] == '+') ? start + 1 : start;
        var valid = i < end && end - i <= 3;
        for (var k = i; k < end; k++) {
            valid &= buffer[k] >= '0' && buffer[k] <= '9';
        }
        return valid;
    }

    private static boolean isInfinity(byte[] buffer, int start, int end) {
        var word = new String(buffer, start, end - start, StandardCharsets.ISO_8859_1);
        return word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("infinity");
    }

    private static boolean hasDigit(byte[] buffer, int start, int end) {
        for (var k = start; k < end; k++) {
            if (buffer[k] >= '0' && buffer[k] <= '9') {
                return true;
            }
        }
        return false;
    }
}
