package io.millwright.templates.forecasting.columns;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file is laid out.
 *
 * @param keys columns that together name a series; empty for one series
 * @param time the column of the time; null where rows or columns are the steps
 * @param value the column of the figures; null where figures are in many columns
 * @param steps in the wide layout the columns of the steps, oldest first; else empty
 * @param series beside a time the columns that are a series each; else empty
 * @param format how the time is read; empty without one; beside a year what part of it the time is
 * @param known columns beside the value that are known for the steps ahead
 * @param year the column of the year where the time is only a part of it; else null
 */
public record ColumnPlan(
        List<String> keys,
        @Nullable String time,
        @Nullable String value,
        List<String> steps,
        List<String> series,
        String format,
        List<Covariate> known,
        @Nullable String year) {

    public ColumnPlan {
        known = List.copyOf(known);
        keys = List.copyOf(keys);
        steps = List.copyOf(steps);
        series = List.copyOf(series);
    }

    /** Whether each row is a whole series. */
    public boolean wide() {
        return !steps.isEmpty();
    }

    /** Columns of figures where each row is one step. */
    public List<String> values() {
        return value == null ? series : List.of(value);
    }

    /** What names a series in a result: the key columns, or one for names that the template gives. */
    public List<String> resultKeys() {
        return keys.isEmpty() && (wide() || !series.isEmpty()) ? List.of("series") : keys;
    }

    /** With these columns beside the value. */
    public ColumnPlan withKnown(List<Covariate> columns) {
        return new ColumnPlan(keys, time, value, steps, series, format, columns, year);
    }

    /** With the names of another file's steps. */
    public ColumnPlan withSteps(List<String> others) {
        return new ColumnPlan(keys, time, value, others, series, format, known, year);
    }
}
