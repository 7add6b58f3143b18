package io.millwright.templates.forecasting.scoring;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Report;
import io.millwright.templates.forecasting.model.Recipe;
import io.millwright.templates.forecasting.report.Fans;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is expected, for people: totals first, then series. */
record ScoringReport(Recipe recipe, Sums sums, int steps, Notes notes) {

    private static final int MOST_TOTALS = 60;

    Report report() {
        double sum = sums.series().stream()
                .flatMapToDouble(one -> Arrays.stream(one.path()))
                .sum();
        List<Chart> charts = new ArrayList<>();
        int all = sums.totals().size() + sums.series().size();
        charts.add(new Chart.Fans(
                "forecasts",
                all <= Fans.MOST
                        ? "What is expected"
                        : String.format(Locale.ROOT, "What is expected: the first %,d of %,d", Fans.MOST, all),
                pictures().axis(),
                new Chart.Axis("Value", ""),
                Stream.concat(sums.totals().stream(), sums.series().stream())
                        .limit(Fans.MOST)
                        .map(this::fan)
                        .toList()));
        if (!sums.totals().isEmpty()) {
            charts.add(totals());
        }
        return new Report(
                String.format(
                        Locale.ROOT,
                        "Forecasts %d %ss ahead for %,d series.",
                        steps,
                        recipe.clock().word(),
                        sums.series().size()),
                notes.all(),
                List.of(
                        new Metric(
                                "series",
                                "Series",
                                sums.series().size(),
                                "",
                                Metric.Better.NEITHER,
                                "How many series were forecast."),
                        new Metric(
                                "total",
                                "Sum of all forecasts",
                                Double.isFinite(sum) ? sum : 0,
                                "",
                                Metric.Better.NEITHER,
                                "All steps of all series together.")),
                charts);
    }

    private Fans pictures() {
        return new Fans(recipe.clock(), recipe.columns().keys());
    }

    private Chart.Fan fan(Ahead one) {
        return pictures().future(one.series(), one.path(), one.lower80(), one.upper80(), one.lower95(), one.upper95());
    }

    private Chart totals() {
        List<List<String>> rows = new ArrayList<>();
        for (int at = 0; at < Math.min(MOST_TOTALS, sums.nodes().size()); at++) {
            double[] path = sums.totals().get(at).path();
            rows.add(List.of(
                    sums.nodes().get(at).title(),
                    String.format(Locale.ROOT, "%,.1f", path[0]),
                    String.format(Locale.ROOT, "%,.1f", Arrays.stream(path).sum())));
        }
        return new Chart.Grid(
                "totals",
                "Totals: sums of the forecasts of their series",
                List.of("What", "Next step", "All steps"),
                rows);
    }
}
