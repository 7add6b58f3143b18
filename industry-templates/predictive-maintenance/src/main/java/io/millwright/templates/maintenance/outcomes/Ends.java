package io.millwright.templates.maintenance.outcomes;

import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.maintenance.columns.ColumnPlan;
import io.millwright.templates.maintenance.fleet.Clock;
import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long each machine still had to run at each of its rows; NaN where that is not known. */
public final class Ends {

    private Ends() {}

    /** Where a machine's last row is its failure. */
    public static double[] atLastRows(Fleet fleet) {
        double[] remaining = new double[fleet.rows()];
        for (int asset = 0; asset < fleet.size(); asset++) {
            for (int row = fleet.first(asset); row < fleet.end(asset); row++) {
                remaining[row] = fleet.time()[fleet.end(asset) - 1] - fleet.time()[row];
            }
        }
        return remaining;
    }

    /** Until the next row that failed. */
    public static double[] atFailures(Fleet fleet, Outcomes outcomes) {
        double[] remaining = new double[fleet.rows()];
        Arrays.fill(remaining, Double.NaN);
        for (int asset = 0; asset < fleet.size(); asset++) {
            double failure = Double.NaN;
            for (int row = fleet.end(asset) - 1; row >= fleet.first(asset); row--) {
                if (outcomes.failed(row)) {
                    failure = fleet.time()[row];
                }
                remaining[row] = failure - fleet.time()[row];
            }
        }
        return remaining;
    }

    /** As a column of the file says, which holds the remaining life or the time of the failure; null without one. */
    public static double @Nullable [] given(TableInput table, TableProfile profile, ColumnPlan plan, Fleet fleet)
            throws TemplateException {
        String name = plan.life() != null ? plan.life() : plan.failureTime();
        ColumnProfile column = name == null ? null : profile.columns().get(name);
        if (column == null) {
            return null;
        }
        boolean times = plan.life() == null;
        ColumnProfile time = plan.time() == null ? null : profile.columns().get(plan.time());
        Clock clock = times ? Clock.of(time, fleet.unit()).forColumn(column) : new Clock(null, 1, fleet.unit());
        double[] bySource = new double[Math.toIntExact(table.rowCount())];
        try (RowCursor row = table.open(List.of(column.name()))) {
            for (int source = 0; row.next(); source++) {
                bySource[source] = clock.read(row, 0);
            }
        }
        double[] remaining = new double[fleet.rows()];
        for (int row = 0; row < remaining.length; row++) {
            double said = bySource[fleet.source()[row]];
            double left = times ? said - fleet.time()[row] : said;
            // after its failure a machine is no longer the same
            remaining[row] = left >= 0 ? left : Double.NaN;
        }
        return remaining;
    }
}
