package io.millwright.templates.maintenance.failure;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Report;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Tells which failures are the most probable, as far as any is.
 *
 * @param machines whether rows are of machines; else each stands for itself
 * @param limit probability from which on there is an alarm
 * @param soon within which time, in words; empty where a row's own state is told
 * @param probabilities for each row of the fleet
 */
record Urgency(Fleet fleet, boolean machines, double limit, String soon, double[] probabilities) {

    private static final int SHOWN = 50;

    /** A failure less probable than this share of the limit is not worth a line. */
    private static final double WORTH = 0.1;

    static Urgency of(Fleet fleet, FailureRecipe recipe, double[] probabilities) {
        String soon = recipe.horizon() > 0
                ? " within %s %s"
                        .formatted(
                                FailureReport.figure(recipe.horizon()),
                                recipe.unit().word())
                : "";
        boolean machines = recipe.features().columns().asset() != null;
        return new Urgency(fleet, machines, recipe.threshold(), soon, probabilities);
    }

    Report report(List<List<String>> reasons, Notes notes) {
        List<Integer> urgent = urgent();
        long alarms = reaching(urgent, limit);
        double worth = WORTH * limit;
        long listed = Math.min(SHOWN, reaching(urgent, worth));
        if (listed == 0 && !urgent.isEmpty()) {
            notes.info(
                    "No failure is probable: the most probable one is that of %s, with %s.",
                    title(urgent.getFirst()), percent(probabilities[urgent.getFirst()]));
        } else if (listed < urgent.size() && listed < SHOWN) {
            notes.info(
                    "The list ends where failures are less probable than %s, a tenth of the limit: %,d %s follow.",
                    percent(worth), urgent.size() - listed, what());
        }
        List<List<String>> rows = urgent.stream()
                .limit(listed)
                .map(row -> List.of(
                        name(row),
                        percent(probabilities[row]),
                        probabilities[row] >= limit ? "alarm" : "",
                        String.join("; ", reasons.get(row))))
                .toList();
        return new Report(
                String.format(Locale.ROOT, "%,d of %,d %s may fail%s.", alarms, urgent.size(), what(), soon),
                notes.all(),
                List.of(new Metric(
                        "alarms",
                        "Alarms",
                        alarms,
                        "",
                        Metric.Better.NEITHER,
                        "Machines, or rows without a history, whose probability is cause for alarm.")),
                rows.isEmpty()
                        ? List.of()
                        : List.of(new Chart.Grid(
                                "urgency",
                                "The most probable failures",
                                List.of(machines ? "Machine" : "Row", "Probability of failure", "", "Why"),
                                rows)));
    }

    /** Of machines the latest row counts, of things without a history every row; the most probable failure first. */
    private List<Integer> urgent() {
        return IntStream.range(0, probabilities.length)
                .filter(row -> !machines || row == fleet.end(fleet.assetOf(row)) - 1)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -probabilities[row]))
                .toList();
    }

    private long reaching(List<Integer> rows, double probability) {
        return rows.stream().filter(row -> probabilities[row] >= probability).count();
    }

    private String what() {
        return machines ? "machines" : "rows";
    }

    private String name(int row) {
        return machines ? fleet.assets().get(fleet.assetOf(row)) : Integer.toString(fleet.source()[row] + 1);
    }

    private String title(int row) {
        return (machines ? "machine " : "row ") + name(row);
    }

    private static String percent(double probability) {
        return probability < 0.0005 ? "less than 0.1 %" : String.format(Locale.ROOT, "%.1f %%", 100 * probability);
    }
}
