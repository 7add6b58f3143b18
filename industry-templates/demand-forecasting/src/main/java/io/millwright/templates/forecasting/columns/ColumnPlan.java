package io.millwright.templates.forecasting.columns;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file is laid out.
 *
 * @param keys columns that together name a series; empty for one series
 * @param time the column of the time; null where rows or columns are the steps
 * @param value the column of the figures; null in the wide layout
 * @param steps in the wide layout the columns of the steps, oldest first; else empty
 * @param format how the time is read; empty without one
 */
public record ColumnPlan(
        List<String> keys, @Nullable String time, @Nullable String value, List<String> steps, String format) {

    public ColumnPlan {
        keys = List.copyOf(keys);
        steps = List.copyOf(steps);
    }

    /** Whether each row is a whole series. */
    public boolean wide() {
        return !steps.isEmpty();
    }

    /** Without the names of steps, which differ from file to file. */
    public ColumnPlan withSteps(List<String> others) {
        return new ColumnPlan(keys, time, value, others, format);
    }

    public ColumnPlan withFormat(String other) {
        return new ColumnPlan(keys, time, value, steps, other);
    }
}
