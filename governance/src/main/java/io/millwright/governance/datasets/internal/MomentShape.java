package io.millwright.governance.datasets.internal;

/** Dates and moments: year first (ISO 8601), or day or month first with a year of four digits. Only days that exist count. */
final class MomentShape {

    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private final byte[] buffer;
    private final int end;
    private int position;

    private MomentShape(byte[] buffer, int start, int end) {
        this.buffer = buffer;
        this.position = start;
        this.end = end;
    }

    static int of(byte[] buffer, int start, int end) {
        return new MomentShape(buffer, start, end).read();
    }

    private int read() {
        var before = position;
        var first = number(4);
        var width = position - before;
        var separator = current();
        if (first < 0 || (separator != '-' && separator != '/' && separator != '.')) {
            return 0;
        }
        position++;
        var second = number(2);
        if (second < 0 || current() != separator) {
            return 0;
        }
        position++;
        before = position;
        var third = number(4);
        var lastWidth = position - before;
        var dates = 0;
        if (width == 4 && lastWidth <= 2 && separator != '.' && exists(first, second, third)) {
            dates = Shape.DATE_YMD | Shape.MOMENT_YMD;
        } else if (width <= 2 && lastWidth == 4) {
            dates |= exists(third, second, first) ? Shape.DATE_DMY | Shape.MOMENT_DMY : 0;
            dates |= separator != '.' && exists(third, first, second) ? Shape.DATE_MDY | Shape.MOMENT_MDY : 0;
        }
        if (dates == 0 || position == end) {
            return dates;
        }
        var moments = dates & (Shape.MOMENT_YMD | Shape.MOMENT_DMY | Shape.MOMENT_MDY);
        return time(moments);
    }

    private int time(int moments) {
        if (current() != ' ' && current() != 'T') {
            return 0;
        }
        position++;
        var hour = number(2);
        if (hour < 0 || hour > 23 || current() != ':') {
            return 0;
        }
        position++;
        var minute = number(2);
        if (minute < 0 || minute > 59) {
            return 0;
        }
        if (current() == ':') {
            position++;
            var second = number(2);
            if (second < 0 || second > 59) {
                return 0;
            }
            if (current() == '.') {
                position++;
                if (number(9) < 0) {
                    return 0;
                }
            }
        }
        if (position == end) {
            return moments;
        }
        return moments == Shape.MOMENT_YMD && isZone() ? moments | Shape.ZONED : 0;
    }

    private boolean isZone() {
        if (current() == 'Z') {
            return ++position == end;
        }
        if (current() != '+' && current() != '-') {
            return false;
        }
        position++;
        var hour = number(2);
        if (hour < 0 || hour > 15) {
            return false;
        }
        if (current() == ':') {
            position++;
        }
        var minute = position == end ? 0 : number(2);
        return minute >= 0 && minute < 60 && position == end;
    }

    private static boolean exists(int year, int month, int day) {
        return year >= 1
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= DAYS[month - 1]
                && (month != 2 || day < 29 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)));
    }

    /** The number at the position, of at most so many digits; negative when there is none. */
    private int number(int most) {
        var value = 0;
        var digits = 0;
        while (position < end && digits < most && buffer[position] >= '0' && buffer[position] <= '9') {
            value = value * 10 + buffer[position++] - '0';
            digits++;
        }
        return digits == 0 ? -1 : value;
    }

    private byte current() {
        return position < end ? buffer[position] : 0;
    }
}
