package io.millwright.templates.learning.encoding;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Moments written as text, in the common orders of day, month and year, with or without a time. */
final class TextMoments {

    private static final double ENOUGH = 0.95;

    private static final List<String> DATES = List.of(
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
            "EEE MMM d uuuu",
            "EEE, d MMM uuuu");
    private static final String CLOCK = "['T'][' '][', '][' at '][H:mm[:ss][[.][,]fraction]][ ][XXX][XX][X][z]";
    private static final String TWELVE_HOURS = "[' '][', '][' at ']h:mm[:ss][ ]a";
    private static final String BARE_CLOCK = "['T'][' ']HHmmss";

    private TextMoments() {}

    static Optional<MomentReader> of(ColumnProfile column, String preferred) {
        List<String> examples = column.examples();
        if (!preferred.isEmpty() && read(preferred, examples) >= ENOUGH * examples.size()) {
            return Optional.of(reader(preferred));
        }
        String best = null;
        long fewest = Long.MAX_VALUE;
        for (String format : candidates().toList()) {
            if (read(format, examples) >= ENOUGH * examples.size()) {
                long falls = falls(format, examples);
                if (falls < fewest) {
                    best = format;
                    fewest = falls;
                }
            }
        }
        return Optional.ofNullable(best).map(TextMoments::reader);
    }

    private static Stream<String> candidates() {
        return DATES.stream()
                .flatMap(date -> Stream.of(CLOCK, TWELVE_HOURS, BARE_CLOCK).map(date::concat));
    }

    private static MomentReader reader(String format) {
        DateTimeFormatter formatter = formatter(format);
        return new MomentReader(format, true, (row, at) -> {
            String text = row.text(at);
            return text == null ? MomentReader.MISSING : micros(formatter, text);
        });
    }

    private static long read(String format, List<String> examples) {
        DateTimeFormatter formatter = formatter(format);
        // The first one tells in most cases; this keeps the search quick.
        if (examples.isEmpty()
                || micros(formatter, examples.getFirst()) == MomentReader.MISSING
                        && micros(formatter, examples.getLast()) == MomentReader.MISSING) {
            return -1;
        }
        return examples.stream()
                .filter(example -> micros(formatter, example) != MomentReader.MISSING)
                .count();
    }

    /** How often time runs backwards: day and month mixed up in a file that is in order shows here. */
    private static long falls(String format, List<String> examples) {
        DateTimeFormatter formatter = formatter(format);
        long falls = 0;
        long last = Long.MIN_VALUE;
        for (String example : examples) {
            long micros = micros(formatter, example);
            falls += micros < last ? 1 : 0;
            last = micros;
        }
        return Math.min(falls, examples.size() - falls);
    }

    private static DateTimeFormatter formatter(String format) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        int fraction = format.indexOf("fraction");
        if (fraction < 0) {
            builder.appendPattern(format);
        } else {
            String before = format.substring(0, format.indexOf("[H:mm"));
            builder.appendPattern(before)
                    .optionalStart()
                    .appendPattern("H:mm")
                    .optionalStart()
                    .appendPattern(":ss")
                    .optionalStart()
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .optionalEnd()
                    .optionalEnd()
                    .optionalEnd()
                    .appendPattern("[ ][XXX][XX][X][z]");
        }
        if (!format.equals(format.replace("h:mm", ""))) {
            builder.parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0);
        }
        return builder.toFormatter(Locale.ENGLISH);
    }

    private static long micros(DateTimeFormatter formatter, String text) {
        try {
            TemporalAccessor parsed = formatter.parse(text.strip());
            Instant instant = parsed.isSupported(ChronoField.INSTANT_SECONDS)
                    ? Instant.from(parsed)
                    : LocalDateTime.of(
                                    java.time.LocalDate.from(parsed),
                                    Optional.ofNullable(parsed.query(java.time.temporal.TemporalQueries.localTime()))
                                            .orElse(java.time.LocalTime.MIDNIGHT))
                            .toInstant(ZoneOffset.UTC);
            int year = instant.atOffset(ZoneOffset.UTC).getYear();
            if (year < 1950 || year > 2100) {
                return MomentReader.MISSING;
            }
            return instant.getEpochSecond() * MomentReader.SECOND + instant.getNano() / 1_000;
        } catch (DateTimeException | ArithmeticException notMoment) {
            return MomentReader.MISSING;
        }
    }
}
