package io.millwright.templates.learning.encoding;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleToLongFunction;
import java.util.function.LongUnaryOperator;
import java.util.regex.Pattern;

/** Moments written as numbers: Unix time, digits of a date, days of a spreadsheet, or a count from an unknown start. */
final class NumericMoments {

    /** Day 0 of spreadsheets is 1899-12-30. */
    private static final long SPREADSHEET_EPOCH = 25_569;

    private static final int EARLIEST = 1700;
    private static final int LATEST = 2100;
    private static final int MONTHS = 12;
    private static final double DIGITS_OF_YEAR = 10_000;
    /** Years are written with two or three digits after the point. */
    private static final double NEARLY = 0.06;

    private static final Pattern YEARS =
            Pattern.compile("(?<!\\p{L})(year|yr|jahr|ano|año|annee|année|anno|jaar|rok|ar|år)(?!\\p{L})");

    private static final Pattern TIMES = Pattern.compile(
            "(?<!\\p{L})(date|day|time|timestamp|moment|datum|tag|zeit|zeitpunkt|fecha|dia|día|hora|data|giorno|ora|jour|heure)s?"
                    + "(?!\\p{L})|datetime|datum|zeitstempel");

    private NumericMoments() {}

    static Optional<MomentReader> of(ColumnProfile column, String preferred) {
        return named(preferred).or(() -> named(guess(column)));
    }

    private static String guess(ColumnProfile column) {
        double low = column.minimum();
        double high = column.maximum();
        if (column.whole() && digits(column, 14)) {
            return "yyyyMMddHHmmss";
        }
        if (column.whole() && digits(column, 12)) {
            return "yyyyMMddHHmm";
        }
        if (column.whole() && digits(column, 8)) {
            return "yyyyMMdd";
        }
        if (column.whole() && all(column, NumericMoments::monthMoment)) {
            return "yyyyMM";
        }
        if (column.whole() && all(column, NumericMoments::weekMoment)) {
            return "yyyyww";
        }
        if (low >= 1e17) {
            return "unix nanoseconds";
        }
        if (low >= 1e14) {
            return "unix microseconds";
        }
        if (low >= 3e11 && high < 1e14) {
            return "unix milliseconds";
        }
        if (low >= 3e8 && high < 1e10) {
            return "unix seconds";
        }
        if (!column.whole() && low >= 1 && high < MONTHS + 1 && examples(column, NumericMoments::dottedMonth)) {
            return "MM.yyyy";
        }
        if (!column.whole()
                && low >= EARLIEST
                && high <= LATEST
                && namesYear(column)
                && examples(column, NumericMoments::twelfth)) {
            return "years and twelfths";
        }
        if (low >= 30_000 && high <= 60_000 && high - low < 10_000 && namesTime(column.name())) {
            return "spreadsheet days";
        }
        return relative(column);
    }

    /**
     * Whether a name says that these numbers are times: identities, distances and amounts are of this size, too. A workbook's own
     * dates never come here, they are read as dates.
     */
    private static boolean namesTime(String name) {
        String words = name.replaceAll("([\\p{Ll}\\d])(\\p{Lu})", "$1 $2").toLowerCase(Locale.ROOT);
        return TIMES.matcher(words).find();
    }

    private static boolean namesYear(ColumnProfile column) {
        return namesTime(column.name())
                || YEARS.matcher(column.name().toLowerCase(Locale.ROOT)).find();
    }

    /** Beginnings of months such as 1960.25 and 1949.083, as tools for statistics write them. */
    private static long twelfth(double years) {
        double months = years * MONTHS;
        return Math.abs(months - Math.rint(months)) < NEARLY
                ? firstOfMonth((long) Math.rint(months))
                : MomentReader.MISSING;
    }

    /** A month such as 03.2024 that was taken for a number. */
    private static long dottedMonth(double number) {
        long month = (long) number;
        double year = (number - month) * DIGITS_OF_YEAR;
        boolean valid = month >= 1 && month <= MONTHS && Math.abs(year - Math.rint(year)) < 1e-3;
        return valid && year >= EARLIEST && year <= LATEST
                ? firstOfMonth((long) Math.rint(year) * MONTHS + month - 1)
                : MomentReader.MISSING;
    }

    private static long firstOfMonth(long months) {
        return LocalDate.of((int) (months / MONTHS), (int) (months % MONTHS) + 1, 1)
                        .toEpochDay()
                * MomentReader.DAY;
    }

    private static boolean examples(ColumnProfile column, DoubleToLongFunction reading) {
        return column.examples().stream().allMatch(example -> {
            try {
                return reading.applyAsLong(Double.parseDouble(example)) != MomentReader.MISSING;
            } catch (NumberFormatException notNumber) {
                return false;
            }
        });
    }

    private static String relative(ColumnProfile column) {
        String name = column.name().toLowerCase(Locale.ROOT);
        if (name.contains("hour") || name.contains("step") || name.contains("stunde") || name.contains("heure")) {
            return "hours from a start";
        }
        if (name.contains("day") || name.contains("tag") || name.contains("jour") || name.contains("dia")) {
            return "days from a start";
        }
        if (name.contains("min")) {
            return "minutes from a start";
        }
        if (column.whole() && column.maximum() - column.minimum() < 1_000) {
            return "hours from a start";
        }
        return "seconds from a start";
    }

    private static Optional<MomentReader> named(String format) {
        return Optional.ofNullable(
                switch (format) {
                    case "yyyyMMddHHmmss" ->
                        new MomentReader(format, true, (row, at) -> digitsMoment((long) row.number(at)));
                    case "yyyyMMddHHmm" ->
                        new MomentReader(format, true, (row, at) -> digitsMoment((long) row.number(at) * 100));
                    case "yyyyMMdd" ->
                        new MomentReader(format, true, (row, at) -> digitsMoment((long) row.number(at) * 1_000_000));
                    case "yyyyMM" -> new MomentReader(format, true, (row, at) -> monthMoment((long) row.number(at)));
                    case "yyyyww" -> new MomentReader(format, true, (row, at) -> weekMoment((long) row.number(at)));
                    case "unix nanoseconds" ->
                        new MomentReader(format, true, (row, at) -> (long) (row.number(at) / 1_000));
                    case "unix microseconds" -> scaled(format, true, 1, 0);
                    case "unix milliseconds" -> scaled(format, true, 1_000, 0);
                    case "unix seconds" -> scaled(format, true, MomentReader.SECOND, 0);
                    case "MM.yyyy" -> new MomentReader(format, true, (row, at) -> dottedMonth(row.number(at)));
                    case "years and twelfths" -> new MomentReader(format, true, (row, at) -> twelfth(row.number(at)));
                    case "spreadsheet days" -> scaled(format, true, MomentReader.DAY, SPREADSHEET_EPOCH);
                    case "seconds from a start" -> scaled(format, false, MomentReader.SECOND, 0);
                    case "minutes from a start" -> scaled(format, false, 60 * MomentReader.SECOND, 0);
                    case "hours from a start" -> scaled(format, false, 3_600 * MomentReader.SECOND, 0);
                    case "days from a start" -> scaled(format, false, MomentReader.DAY, 0);
                    default -> null;
                });
    }

    private static MomentReader scaled(String format, boolean absolute, long unit, long start) {
        return new MomentReader(format, absolute, (row, at) -> Math.round((row.number(at) - start) * unit));
    }

    private static boolean digits(ColumnProfile column, int length) {
        double scale = Math.pow(10, 14.0 - length);
        return digitsMoment((long) (column.minimum() * scale)) != MomentReader.MISSING
                && digitsMoment((long) (column.maximum() * scale)) != MomentReader.MISSING
                && column.examples().stream().allMatch(example -> plausible(example, scale));
    }

    private static boolean plausible(String example, double scale) {
        try {
            return digitsMoment((long) (Double.parseDouble(example) * scale)) != MomentReader.MISSING;
        } catch (NumberFormatException notNumber) {
            return false;
        }
    }

    private static boolean all(ColumnProfile column, LongUnaryOperator reading) {
        return reading.applyAsLong((long) column.minimum()) != MomentReader.MISSING
                && reading.applyAsLong((long) column.maximum()) != MomentReader.MISSING
                && examples(column, number -> reading.applyAsLong((long) number));
    }

    /** The first day of the month {@code yyyyMM}. */
    private static long monthMoment(long digits) {
        return digitsMoment((digits * 100 + 1) * 1_000_000);
    }

    /** The Monday of the week {@code yyyyww} of ISO 8601. */
    private static long weekMoment(long digits) {
        long year = digits / 100;
        long week = digits % 100;
        if (year < 1950 || year > 2100 || week < 1 || week > 53) {
            return MomentReader.MISSING;
        }
        return LocalDate.of((int) year, 1, 4)
                        .with(WeekFields.ISO.dayOfWeek(), 1)
                        .plusWeeks(week - 1)
                        .toEpochDay()
                * MomentReader.DAY;
    }

    /** From the digits {@code yyyyMMddHHmmss} of a year of our time. */
    private static long digitsMoment(long digits) {
        int year = (int) (digits / 10_000_000_000L);
        if (year < 1950 || year > 2100) {
            return MomentReader.MISSING;
        }
        try {
            return LocalDateTime.of(
                                    year,
                                    (int) (digits / 100_000_000 % 100),
                                    (int) (digits / 1_000_000 % 100),
                                    (int) (digits / 10_000 % 100),
                                    (int) (digits / 100 % 100),
                                    (int) (digits % 100))
                            .toEpochSecond(ZoneOffset.UTC)
                    * MomentReader.SECOND;
        } catch (DateTimeException notDate) {
            return MomentReader.MISSING;
        }
    }
}
