package io.millwright.templates.maintenance.life.report;

import io.millwright.plugins.api.Chart;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.fleet.TimeAxis;
import io.millwright.templates.maintenance.life.LifeIntervals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The lives of machines that were held out: what was estimated along them, and what was left. */
final class Lives {

    private static final int POINTS = 120;

    private final Fleet fleet;
    private final double[] remaining;
    private final double[] estimates;
    private final LifeIntervals intervals;
    private final double level;
    private final double cut;
    private final TimeAxis time;

    Lives(Fleet fleet, double[] remaining, double[] estimates, LifeIntervals intervals, double level, double cut) {
        this.fleet = fleet;
        this.remaining = remaining;
        this.estimates = estimates;
        this.intervals = intervals;
        this.level = level;
        this.cut = cut;
        this.time = new TimeAxis(fleet);
    }

    Chart.Fans chart() {
        List<Chart.Fan> fans = new ArrayList<>();
        for (int asset = 0; asset < fleet.size(); asset++) {
            int first = fleet.first(asset);
            if (first < fleet.end(asset) && !Double.isNaN(estimates[first]) && !Double.isNaN(remaining[first])) {
                fans.add(fan(asset));
            }
        }
        fans.sort(Comparator.comparingDouble(Chart.Fan::badness).reversed());
        String unit = fleet.unit().word();
        return new Chart.Fans(
                "lives",
                "Each machine's life, judged by a model that had not seen it",
                time.axis(),
                new Chart.Axis("Remaining life", unit),
                fans.subList(0, Math.min(fans.size(), Chart.Fans.MAX_FANS)));
    }

    private Chart.Fan fan(int asset) {
        List<Double> x = new ArrayList<>();
        List<Double> truth = new ArrayList<>();
        List<Double> estimate = new ArrayList<>();
        List<Double> lower = new ArrayList<>();
        List<Double> upper = new ArrayList<>();
        int first = fleet.first(asset);
        int count = fleet.end(asset) - first;
        int points = Math.min(POINTS, count);
        double square = 0;
        int known = 0;
        for (int at = 0; at < points; at++) {
            int row = points == 1 ? first : first + (int) ((long) at * (count - 1) / (points - 1));
            if (Double.isNaN(remaining[row])) {
                continue;
            }
            double capped = Math.min(remaining[row], cut);
            x.add(time.at(row));
            truth.add(capped);
            estimate.add(estimates[row]);
            lower.add(intervals.lower(estimates[row], fleet.time()[first], row - first + 1));
            // the picture ends where wear begins to show, as the truth in it does
            upper.add(Math.min(cut, intervals.upper(estimates[row], fleet.time()[first], row - first + 1)));
            square += (estimates[row] - capped) * (estimates[row] - capped);
            known++;
        }
        double error = Math.sqrt(square / Math.max(1, known));
        String unit = fleet.unit().word();
        return new Chart.Fan(
                "Machine " + fleet.assets().get(asset),
                error,
                List.of(
                        String.format(Locale.ROOT, "Ran for %,.0f %s.", fleet.span(asset), unit),
                        String.format(Locale.ROOT, "Estimates were off by %.1f %s (root mean square).", error, unit)),
                new Chart.Series("Remaining life", x, truth),
                new Chart.Series("Estimate", x, estimate),
                List.of(new Chart.Band(level, lower, upper)));
    }
}
