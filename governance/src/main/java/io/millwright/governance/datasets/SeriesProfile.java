package io.millwright.governance.datasets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The series that a table holds, as far as its columns tell.
 *
 * @param layout how they lie in the table
 * @param time the column of the time; null where columns are steps
 * @param keys the columns that name a series, in the order of the file; empty where there is one or columns are series
 * @param value the column whose figures are shown; null where many columns hold them
 * @param frequency from one step to the next
 * @param count series
 * @param points figures in all of them
 * @param gaps steps without a figure between the first and the last of a series, in all of them
 * @param from the first time as text
 * @param to the last time as text
 * @param shown some of them, at most {@value #SHOWN}
 */
public record SeriesProfile(
        Layout layout,
        @Nullable String time,
        List<String> keys,
        @Nullable String value,
        Frequency frequency,
        long count,
        long points,
        long gaps,
        String from,
        String to,
        List<Shown> shown) {

    public static final int SHOWN = 12;
    public static final int POINTS = 60;

    /** How series lie in a table. */
    public enum Layout {
        /** A row for each step of each series. */
        LONG,
        /** A row for each step, a column for each series. */
        COLUMNS,
        /** A row for each series, a column for each step. */
        ROWS
    }

    /** What steps are counted in. */
    public enum Unit {
        SECOND,
        MINUTE,
        HOUR,
        DAY,
        /** Monday to Friday. */
        WORKDAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR,
        /** Numbered, of a length that the table does not tell. */
        STEP
    }

    /** Every so many units, from 1. */
    public record Frequency(Unit unit, long every) {}

    /**
     * One series.
     *
     * @param name its keys, its column or its row
     * @param values at most {@value #POINTS}, from the first time of the table to the last at equal distances; each a mean of
     *     the steps around it, null where there are none
     */
    public record Shown(String name, List<@Nullable Double> values) {}
}
