package io.millwright.templates.maintenance.columns;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which column plays which part.
 *
 * @param asset the machine; null where the file is about one
 * @param time cycle, hour or moment; null where the order of the rows is the time
 * @param failure the column that says where a machine failed; null where a machine's last row is its failure
 * @param settings numbers that say under which conditions a machine runs
 * @param sensors numbers that are measured
 */
public record ColumnPlan(
        @Nullable String asset,
        @Nullable String time,
        @Nullable String failure,
        List<String> settings,
        List<String> sensors) {

    public ColumnPlan {
        settings = List.copyOf(settings);
        sensors = List.copyOf(sensors);
    }

    /** The same as far as a file has the columns; a failure need not be known where rows are scored. */
    public ColumnPlan withoutFailure() {
        return new ColumnPlan(asset, time, null, settings, sensors);
    }
}
