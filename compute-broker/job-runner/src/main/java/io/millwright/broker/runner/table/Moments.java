package io.millwright.broker.runner.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Days and moments in ISO 8601, read without making objects. Local times are taken as UTC. */
final class Moments {

    private static final long MICROS = 1_000_000;
    private static final long DAY_MICROS = 86_400 * MICROS;
    private static final int DATE_LENGTH = 10;

    private Moments() {}

    /** Days since 1970-01-01 of {@code yyyy-MM-dd}; a time behind it is left out. */
    static long days(byte[] bytes, int start, int end) {
        int year = start;
        boolean beforeYearZero = bytes[start] == '-';
        int dash = start + (beforeYearZero ? 1 : 0);
        while (dash < end && bytes[dash] != '-') {
            dash++;
        }
        if (end - dash < DATE_LENGTH - 4) {
            throw new NumberFormatException("not a date");
        }
        long years = digits(bytes, year + (beforeYearZero ? 1 : 0), dash);
        return epochDay(
                beforeYearZero ? -years : years, digits(bytes, dash + 1, dash + 3), digits(bytes, dash + 4, dash + 6));
    }

    /** Microseconds since 1970-01-01T00:00:00Z of a date with or without time, fraction and offset. */
    static long micros(byte[] bytes, int start, int end) {
        long micros = days(bytes, start, end) * DAY_MICROS;
        int at = start + 1;
        while (at < end && bytes[at] != 'T' && bytes[at] != ' ') {
            at++;
        }
        if (at == end) {
            return micros;
        }
        micros += digits(bytes, at + 1, at + 3) * 3_600 * MICROS + digits(bytes, at + 4, at + 6) * 60 * MICROS;
        at += 6;
        if (at < end && bytes[at] == ':') {
            micros += digits(bytes, at + 1, at + 3) * MICROS;
            at += 3;
        }
        if (at < end && bytes[at] == '.') {
            long unit = MICROS / 10;
            for (at++; at < end && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
                micros += (bytes[at] - '0') * unit;
                unit /= 10;
            }
        }
        return at == end || bytes[at] == 'Z' ? micros : micros - offset(bytes, at, end);
    }

    static String date(long days) {
        return LocalDate.ofEpochDay(days).toString();
    }

    static String timestamp(long micros) {
        var seconds = Math.floorDiv(micros, MICROS);
        var nanos = Math.floorMod(micros, MICROS) * 1_000;
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds, nanos), ZoneOffset.UTC)
                .toString();
    }

    private static long offset(byte[] bytes, int at, int end) {
        long sign =
                switch (bytes[at]) {
                    case '+' -> 1;
                    case '-' -> -1;
                    default -> throw new NumberFormatException("not a moment");
                };
        long minutes = digits(bytes, at + 1, at + 3) * 60;
        int minute = at + 3 < end && bytes[at + 3] == ':' ? at + 4 : at + 3;
        if (minute + 2 <= end) {
            minutes += digits(bytes, minute, minute + 2);
        }
        return sign * minutes * 60 * MICROS;
    }

    /** Days since 1970-01-01 in the proleptic Gregorian calendar (H. Hinnant, "days_from_civil"). */
    private static long epochDay(long year, long month, long day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            throw new NumberFormatException("not a date");
        }
        long shifted = month <= 2 ? year - 1 : year;
        long era = Math.floorDiv(shifted, 400);
        long yearOfEra = shifted - era * 400;
        long dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468;
    }

    private static long digits(byte[] bytes, int start, int end) {
        long value = 0;
        for (int i = start; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException("not a moment");
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
