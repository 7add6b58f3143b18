package io.millwright.templates.learning.encoding;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One way to write a moment as text.
 *
 * @param name stable, kept with models
 * @param reader of texts whose words {@link DateWords} brought into one form; throws DateTimeException at others
 */
record TextFormat(String name, Function<String, Instant> reader) {

    private static final int EARLIEST_YEAR = 1700;
    private static final int LATEST_YEAR = 2100;

    /** In the order of preference where several fit equally well. */
    static final List<TextFormat> ALL = all();

    /** Microseconds since 1970, a local time read as UTC; {@link MomentReader#MISSING} where the text is something else. */
    long micros(String text) {
        try {
            Instant instant = reader.apply(DateWords.plain(text));
            int year = instant.atOffset(ZoneOffset.UTC).getYear();
            if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
                return MomentReader.MISSING;
            }
            return instant.getEpochSecond() * MomentReader.SECOND + instant.getNano() / 1_000;
        } catch (DateTimeException notMoment) {
            return MomentReader.MISSING;
        }
    }

    private static TextFormat of(String name, DateTimeFormatter formatter) {
        return new TextFormat(name, text -> {
            TemporalAccessor parsed = formatter.parse(text);
            return parsed.isSupported(ChronoField.INSTANT_SECONDS) ? Instant.from(parsed) : local(parsed);
        });
    }

    private static TextFormat of(String name, Function<String, Optional<LocalDate>> day, String problem) {
        return new TextFormat(name, text -> day.apply(text)
                .orElseThrow(() -> new DateTimeException(problem))
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC));
    }

    private static Instant local(TemporalAccessor parsed) {
        LocalTime time = parsed.query(TemporalQueries.localTime());
        return LocalDate.from(parsed)
                .atTime(time == null ? LocalTime.MIDNIGHT : time)
                .toInstant(ZoneOffset.UTC);
    }

    private static List<TextFormat> all() {
        List<TextFormat> formats = new ArrayList<>();
        for (String date : List.of(
                "uuuu-M-d",
                "uuuu/M/d",
                "uuuu.M.d",
                "d.M.uuuu",
                "d/M/uuuu",
                "M/d/uuuu",
                "d-M-uuuu",
                "M-d-uuuu",
                "d.M.uu",
                "d/M/uu",
                "M/d/uu",
                "uuuuMMdd",
                "d MMM uuuu",
                "d-MMM-uuuu",
                "d-MMM-uu",
                "dMMMuuuu",
                "MMM d, uuuu",
                "MMM d uuuu",
                "MMM-d-uuuu",
                "d/MMM/uuuu",
                "uuuu MMM d",
                "uuuu-MMM-d",
                "d M uuuu",
                "uuuu M d")) {
            formats.add(of(date, withClock(date)));
            formats.add(of(date + " 12h", pattern(date + "[', '][' at '][' ']h:mm[:ss][ ]a")));
            formats.add(of(date + " HHmmss", pattern(date + "['T'][' ']HHmmss")));
        }
        for (String month : List.of(
                "uuuu-M",
                "uuuu/M",
                "M/uuuu",
                "M-uuuu",
                "M.uuuu",
                "MMM uuuu",
                "MMM, uuuu",
                "MMM-uuuu",
                "MMM/uuuu",
                "MMMuuuu",
                "uuuu MMM",
                "uuuu-MMM",
                "uuuu/MMM",
                "uuuuMMM",
                "MMM-uu",
                "MMM uu",
                "MMM/uu",
                "MMMuu")) {
            formats.add(of(month, firstOfMonth(month)));
        }
        for (String separator : List.of("-", "", " ")) {
            formats.add(of("uuuu" + separator + "Qq", quarter(separator, true)));
            formats.add(of("Qq" + separator + "uuuu", quarter(separator, false)));
            formats.add(of("YYYY" + separator + "Www", week(separator, "W")));
            formats.add(of("YYYY" + separator + "KWww", week(separator, "KW")));
        }
        formats.add(of("EEE MMM d HH:mm:ss z uuuu", pattern("MMM d HH:mm:ss z uuuu")));
        formats.add(of("quarter in words", YearParts::firstOfQuarter, "no quarter"));
        formats.add(of("week in words", YearParts::monday, "no week"));
        // numbers up to 12 are months, of which formats come before these
        formats.add(of("ww/uuuu", text -> YearParts.monday("W" + text), "no week"));
        formats.add(of("uuuu-ww", text -> YearParts.monday(text.replaceFirst("[-/]", "W")), "no week"));
        return List.copyOf(formats);
    }

    /** A date that a time of day may follow, with fractions of a second and an offset or none. */
    private static DateTimeFormatter withClock(String date) {
        return DatePatterns.builder(date)
                .appendPattern("['T'][', '][' at '][' ']")
                .optionalStart()
                .appendPattern("H:mm[:ss]")
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .optionalEnd()
                .appendPattern("[ ][XXX][XX][X][z]")
                .optionalEnd()
                .toFormatter(Locale.ENGLISH);
    }

    /** A month without a day: its first day. */
    private static DateTimeFormatter firstOfMonth(String month) {
        return DatePatterns.builder(month)
                .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
                .toFormatter(Locale.ENGLISH);
    }

    /** The first day of a quarter, such as 2024-Q1 or Q1 2024. */
    private static DateTimeFormatter quarter(String separator, boolean yearFirst) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        if (yearFirst) {
            builder.appendValue(ChronoField.YEAR, 4).appendLiteral(separator);
        }
        builder.appendLiteral("Q").appendValue(IsoFields.QUARTER_OF_YEAR, 1);
        if (!yearFirst) {
            builder.appendLiteral(separator).appendValue(ChronoField.YEAR, 4);
        }
        return builder.parseDefaulting(IsoFields.DAY_OF_QUARTER, 1).toFormatter(Locale.ENGLISH);
    }

    /** The Monday of a week of ISO 8601, such as 2024-W05. */
    private static DateTimeFormatter week(String separator, String letter) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendValue(IsoFields.WEEK_BASED_YEAR, 4)
                .appendLiteral(separator + letter)
                .appendValue(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 1, 2, SignStyle.NOT_NEGATIVE)
                .parseDefaulting(ChronoField.DAY_OF_WEEK, 1)
                .toFormatter(Locale.ENGLISH);
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DatePatterns.builder(pattern).toFormatter(Locale.ENGLISH);
    }
}
