package io.millwright.governance.datasets.internal;

/**
 * What a field may be, told by its bytes alone: a set of bits. A column can be what all of its fields may be (the
 * intersection); some questions are settled by any field (the union).
 */
final class Shape {

    static final int INTEGER = 1;
    static final int DECIMAL = 1 << 1;
    /** A comma before the fraction, points between thousands. */
    static final int DECIMAL_COMMA = 1 << 2;
    /** Commas between thousands, a point before the fraction. */
    static final int THOUSANDS = 1 << 3;

    static final int BOOLEAN = 1 << 4;
    /** Year, month, day, joined by - or /. */
    static final int DATE_YMD = 1 << 5;

    static final int DATE_DMY = 1 << 6;
    static final int DATE_MDY = 1 << 7;
    /** A date of that order, or one with a time of day. */
    static final int MOMENT_YMD = 1 << 8;

    static final int MOMENT_DMY = 1 << 9;
    static final int MOMENT_MDY = 1 << 10;

    /** All that a field may be; the start of an intersection. */
    static final int ANY = (1 << 11) - 1;

    // Settled by any field:
    /** The number has a fraction or an exponent. */
    static final int FRACTION = 1 << 16;
    /** An integer beyond 64 bits. */
    static final int HUGE = 1 << 17;
    /** The comma can only be a decimal one. */
    static final int COMMA_DECIDED = 1 << 18;
    /** The comma can only stand between thousands. */
    static final int THOUSANDS_DECIDED = 1 << 19;

    static final int INFINITE = 1 << 20;
    /** The moment says its offset from UTC. */
    static final int ZONED = 1 << 21;
    /** Blanks surround the value. */
    static final int PADDED = 1 << 23;
    /** The exponent is so large that the number may not be finite. */
    static final int LARGE = 1 << 24;
    /** A word for missing, such as NA; says nothing about the type. */
    static final int MISSING_WORD = 1 << 22;

    private Shape() {}

    /** The shape of a field that is not empty; surrounding blanks are not looked at. */
    static int of(byte[] buffer, int start, int end) {
        var from = start;
        var to = end;
        while (from < to && buffer[from] == ' ') {
            from++;
        }
        while (to > from && buffer[to - 1] == ' ') {
            to--;
        }
        var length = to - from;
        if (length == 0 || length > 40) {
            return 0;
        }
        var shape = trimmed(buffer, from, to);
        return shape == 0 || length == end - start ? shape : shape | PADDED;
    }

    private static int trimmed(byte[] buffer, int from, int to) {
        var length = to - from;
        var first = buffer[from];
        if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.' || first == ',') {
            if (length == 1 && first == '-') {
                return MISSING_WORD;
            }
            var number = NumberShape.of(buffer, from, to);
            return number != 0 || length < 8 ? number : MomentShape.of(buffer, from, to);
        }
        return length <= 9 ? word(buffer, from, to) : 0;
    }

    private static int word(byte[] buffer, int from, int to) {
        var text = new StringBuilder(to - from);
        for (var i = from; i < to; i++) {
            var b = buffer[i];
            if (b < 0) {
                return 0;
            }
            text.append((char) (b >= 'A' && b <= 'Z' ? b + 32 : b));
        }
        return switch (text.toString()) {
            case "true", "false" -> BOOLEAN;
            case "na", "n/a", "#n/a", "nan", "null", "none", "nil", "?", "\\n" -> MISSING_WORD;
            case "inf", "infinity" -> DECIMAL | DECIMAL_COMMA | THOUSANDS | INFINITE | FRACTION;
            default -> 0;
        };
    }
}
