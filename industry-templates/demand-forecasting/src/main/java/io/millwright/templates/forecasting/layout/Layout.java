package io.millwright.templates.forecasting.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How the time of a file's rows is put together.
 *
 * @param time name of the column that gets the whole time
 * @param parts columns that tell a part of it each
 * @param across columns of figures whose heads tell the last part; empty where each row has one time
 * @param unit what the heads count; of no meaning without such columns
 * @param value name of the column that gets the figures; empty without such columns
 */
public record Layout(String time, List<Part> parts, List<Head> across, Kind unit, String value) {

    /** What a column tells of the time. */
    public enum Kind {
        YEAR,
        QUARTER,
        MONTH,
        DAY,
        /** A whole day. */
        DATE,
        /** Hours, or a time of day. */
        HOUR
    }

    /**
     * A column that tells a part of the time.
     *
     * @param format how a date is read; empty for other parts
     * @param first the number of the first hour, 0 or 1; 0 for other parts
     */
    public record Part(String column, Kind kind, String format, int first) {}

    /**
     * A column of figures.
     *
     * @param number which part of the year or the day it is about, months and quarters from 1 on, hours from 0 on
     */
    public record Head(String column, int number) {}

    public Layout {
        parts = List.copyOf(parts);
        across = List.copyOf(across);
    }

    /** Columns of the file that a reshaped table does not show. */
    public List<String> columns() {
        return Stream.concat(parts.stream().map(Part::column), across.stream().map(Head::column))
                .toList();
    }

    boolean hours() {
        return unit == Kind.HOUR && !across.isEmpty() || parts.stream().anyMatch(part -> part.kind() == Kind.HOUR);
    }

    /** How the time is told, in words. */
    public String words() {
        List<String> quoted = new ArrayList<>();
        parts.forEach(part -> quoted.add("\"" + part.column() + "\""));
        if (across.isEmpty()) {
            return String.join(", ", quoted.subList(0, quoted.size() - 1)) + " and " + quoted.getLast()
                    + " are the time together";
        }
        return "%s and the heads of the columns from \"%s\" to \"%s\", one for each %s, are the time together"
                .formatted(
                        String.join(", ", quoted),
                        across.getFirst().column(),
                        across.getLast().column(),
                        unit.name().toLowerCase(Locale.ROOT));
    }
}
