package io.millwright.templates.maintenance.failure;

import io.millwright.plugins.api.TableInput;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.maintenance.columns.ColumnPlan;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.outcomes.Outcomes;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file in which failures are to be told.
 *
 * @param classes for each row of the fleet its class; 0 is no failure, -1 cannot be told
 * @param names of the classes
 * @param horizon a failure is announced so long before; 0 where a row's own state is told
 * @param remaining time until the next failure; empty where a row's own state is told
 */
public record Question(
        TableInput table,
        TableProfile profile,
        ColumnPlan plan,
        Fleet fleet,
        int[] classes,
        List<String> names,
        double horizon,
        double[] remaining) {

    public Question {
        names = List.copyOf(names);
    }

    /**
     * A failure within a time, however long the time is.
     *
     * @param sorts what the failures are, where a column tells several; else null
     */
    public static Question within(
            TableInput table,
            TableProfile profile,
            ColumnPlan plan,
            Fleet fleet,
            double[] remaining,
            @Nullable Outcomes sorts,
            double horizon) {
        Horizon found = horizon > 0 ? new Horizon(horizon) : Horizon.of(fleet, remaining);
        int[] classes = found.labels(fleet, remaining);
        boolean several = sorts != null && sorts.classes().size() > 2;
        if (sorts != null && several) {
            sortsOfNext(fleet, sorts, classes);
        }
        return new Question(
                table,
                profile,
                plan,
                fleet,
                classes,
                sorts != null && several ? sorts.classes() : List.of("no failure", "failure"),
                found.length(),
                remaining);
    }

    private static void sortsOfNext(Fleet fleet, Outcomes sorts, int[] classes) {
        for (int asset = 0; asset < fleet.size(); asset++) {
            int next = 1;
            for (int row = fleet.end(asset) - 1; row >= fleet.first(asset); row--) {
                next = sorts.failed(row) ? sorts.of()[row] : next;
                classes[row] = classes[row] == 1 ? next : classes[row];
            }
        }
    }

    /** Whether rows have a past on their machine. */
    boolean hasPast() {
        return plan.asset() != null || plan.time() != null && horizon > 0;
    }

    /** Rows whose class is known. */
    public int[] known() {
        return java.util.stream.IntStream.range(0, classes.length)
                .filter(row -> classes[row] >= 0)
                .toArray();
    }

    /** Rows that are failures, or near one. */
    public long failures() {
        return Arrays.stream(classes).filter(one -> one > 0).count();
    }
}
