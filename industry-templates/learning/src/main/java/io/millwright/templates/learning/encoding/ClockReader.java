package io.millwright.templates.learning.encoding;

import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.RowCursor;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times of day that stand in a column of their own, such as {@code 14:05:30}, {@code 2:05 pm} or {@code 14h05}. */
public final class ClockReader {

    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,2})[:hH](\\d{2})(?:[:mM](\\d{2})(?:[.,]\\d+)?[sS]?)?\\s*(?:([AaPp])\\.?[Mm]\\.?)?");
    private static final double ENOUGH = 0.95;
    private static final int HALF_DAY = 12;
    private static final int HOURS = 24;
    private static final int SIXTY = 60;

    private ClockReader() {}

    /** Empty where the column holds no times of day. */
    public static Optional<ClockReader> of(ColumnProfile column) {
        if (column.type() != ColumnType.TEXT || column.examples().isEmpty()) {
            return Optional.empty();
        }
        long read = column.examples().stream()
                .filter(example -> micros(example) != MomentReader.MISSING)
                .count();
        return read >= ENOUGH * column.examples().size() ? Optional.of(new ClockReader()) : Optional.empty();
    }

    /** Microseconds since midnight, or {@link MomentReader#MISSING}. */
    public long read(RowCursor row, int column) {
        String text = row.text(column);
        return text == null ? MomentReader.MISSING : micros(text);
    }

    static long micros(String text) {
        Matcher clock = CLOCK.matcher(text.strip());
        if (!clock.matches()) {
            return MomentReader.MISSING;
        }
        int hour = Integer.parseInt(clock.group(1));
        int minute = Integer.parseInt(clock.group(2));
        int second = clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
        String half = clock.group(4);
        if (half != null) {
            if (hour < 1 || hour > HALF_DAY) {
                return MomentReader.MISSING;
            }
            hour = hour % HALF_DAY + (half.equalsIgnoreCase("p") ? HALF_DAY : 0);
        }
        boolean valid = hour < HOURS && minute < SIXTY && second < SIXTY;
        return valid ? ((hour * (long) SIXTY + minute) * SIXTY + second) * MomentReader.SECOND : MomentReader.MISSING;
    }
}
