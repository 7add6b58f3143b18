package io.millwright.templates.maintenance.life.report;

import io.millwright.plugins.api.Chart;
import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How early failures would have been announced, at which alarm limit, and how many alarms would have come too soon. */
final class LeadTimes {

    private static final double[] SHARES = {0.08, 0.16, 0.24, 0.32, 0.48};

    /** An alarm with more than this many times the limit left came too soon. */
    private static final double TOO_SOON = 2;

    private LeadTimes() {}

    static Chart.Grid chart(Fleet fleet, double[] remaining, double[] estimates, double cut) {
        List<List<String>> rows = new ArrayList<>();
        for (double share : SHARES) {
            double limit = Math.max(1, Math.round(share * cut));
            double[] leads = leads(fleet, remaining, estimates, limit);
            double[] announced =
                    Arrays.stream(leads).filter(lead -> lead > 0).sorted().toArray();
            long early = Arrays.stream(announced)
                    .filter(lead -> lead > TOO_SOON * limit)
                    .count();
            rows.add(List.of(
                    String.format(Locale.ROOT, "%.0f %s", limit, fleet.unit().word()),
                    String.format(Locale.ROOT, "%.0f %%", 100.0 * announced.length / Math.max(1, leads.length)),
                    announced.length == 0 ? "-" : String.format(Locale.ROOT, "%.0f", announced[announced.length / 2]),
                    announced.length == 0 ? "-" : String.format(Locale.ROOT, "%.0f", announced[announced.length / 10]),
                    String.format(Locale.ROOT, "%.0f %%", 100.0 * early / Math.max(1, leads.length))));
        }
        return new Chart.Grid(
                "leadTimes",
                "How early failures would have been announced",
                List.of(
                        "Alarm below",
                        "Failures announced",
                        "Notice, half of them",
                        "Notice, 9 of 10",
                        "Much too soon"),
                rows);
    }

    /** For each judged machine the remaining life at its first alarm; 0 where there was none. */
    private static double[] leads(Fleet fleet, double[] remaining, double[] estimates, double limit) {
        List<Double> leads = new ArrayList<>();
        for (int asset = 0; asset < fleet.size(); asset++) {
            double lead = 0;
            boolean judged = false;
            for (int row = fleet.first(asset); row < fleet.end(asset) && lead == 0; row++) {
                judged |= !Double.isNaN(estimates[row]) && !Double.isNaN(remaining[row]);
                lead = judged && estimates[row] <= limit ? remaining[row] : 0;
            }
            if (judged) {
                leads.add(lead);
            }
        }
        return leads.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
