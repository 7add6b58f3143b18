package io.millwright.templates.learning.encoding;

import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** Patterns of dates, of which years of two digits are those from 1969 to 2068, as POSIX has it. */
public final class DatePatterns {

    private static final int FIRST_YEAR = 1969;
    private static final String YEAR = "uu";

    private DatePatterns() {}

    /** A builder that has the pattern, in any case of letters. */
    public static DateTimeFormatterBuilder builder(String pattern) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        int year = pattern.indexOf(YEAR);
        if (year < 0 || pattern.startsWith(YEAR + YEAR, year)) {
            return builder.appendPattern(pattern);
        }
        if (year > 0) {
            builder.appendPattern(pattern.substring(0, year));
        }
        builder.appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_YEAR);
        String rest = pattern.substring(year + YEAR.length());
        return rest.isEmpty() ? builder : builder.appendPattern(rest);
    }
}
