package io.millwright.templates.maintenance.life.scoring;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Report;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.life.model.Recipe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Lists machines by urgency. */
final class ScoringReport {

    private static final int SHOWN = 50;

    private final Fleet fleet;
    private final ScoredFleet scored;
    private final Recipe recipe;

    ScoringReport(Fleet fleet, ScoredFleet scored, Recipe recipe) {
        this.fleet = fleet;
        this.scored = scored;
        this.recipe = recipe;
    }

    Report of(Notes notes) {
        List<Integer> machines = IntStream.range(0, fleet.size())
                .filter(asset -> fleet.end(asset) > fleet.first(asset))
                .boxed()
                .sorted(Comparator.comparingDouble(this::latest))
                .toList();
        long alarms = machines.stream()
                .filter(asset -> latest(asset) <= recipe.alarm())
                .count();
        String unit = recipe.unit().word();
        List<List<String>> rows = new ArrayList<>();
        for (int asset : machines.subList(0, Math.min(SHOWN, machines.size()))) {
            double estimate = latest(asset);
            rows.add(List.of(
                    fleet.assets().get(asset),
                    String.format(Locale.ROOT, "%.0f", estimate),
                    String.format(
                            Locale.ROOT,
                            "%.0f to %.0f",
                            scored.lower()[fleet.end(asset) - 1],
                            scored.upper()[fleet.end(asset) - 1]),
                    estimate <= recipe.alarm() ? "alarm" : "",
                    String.join("; ", scored.reasons().get(asset))));
        }
        return new Report(
                String.format(
                        Locale.ROOT,
                        "%,d of %,d machines have %.0f %s or less to run.",
                        alarms,
                        machines.size(),
                        recipe.alarm(),
                        unit),
                notes.all(),
                List.of(
                        new Metric(
                                "alarms",
                                "Machines in alarm",
                                alarms,
                                "",
                                Metric.Better.NEITHER,
                                "Machines whose latest row is cause for alarm."),
                        new Metric(
                                "machines",
                                "Machines",
                                machines.size(),
                                "",
                                Metric.Better.NEITHER,
                                "Machines in the file.")),
                List.of(new Chart.Grid(
                        "urgency",
                        "Machines by urgency",
                        List.of("Machine", "Remaining life, " + unit, "Interval", "", "Why"),
                        rows)));
    }

    private double latest(int asset) {
        return scored.remaining()[fleet.end(asset) - 1];
    }
}
