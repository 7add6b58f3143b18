package io.millwright.templates.forecasting.report;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Report;
import io.millwright.templates.forecasting.evaluation.Accuracy;
import io.millwright.templates.forecasting.evaluation.ErrorUnit;
import io.millwright.templates.forecasting.evaluation.Evaluation;
import io.millwright.templates.forecasting.evaluation.Intervals;
import io.millwright.templates.forecasting.evaluation.Origin;
import io.millwright.templates.forecasting.evaluation.ScaledErrors;
import io.millwright.templates.forecasting.members.Members;
import io.millwright.templates.forecasting.panel.Panel;
import io.millwright.templates.forecasting.panel.Series;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What forecasts inside the data were worth, in figures and pictures.
 *
 * @param further pictures of something else, such as a search
 */
public record TrainingReport(
        Panel panel, Evaluation evaluation, int horizon, List<String> keys, List<? extends Chart> further) {

    private static final int ROWS = 12;

    public Report of(Notes notes) {
        Accuracy own = Accuracy.of(evaluation, false, 0, horizon);
        Accuracy naive = Accuracy.of(evaluation, true, 0, horizon);
        String steps = horizon + " " + panel.clock().word() + (horizon == 1 ? "" : "s");
        String gain = Double.isFinite(own.wape()) && naive.wape() > 0
                ? String.format(
                        Locale.ROOT,
                        "Off by %.1f %% of the volume over %s ahead; repeating the last season is off by %.1f %%.",
                        100 * own.wape(),
                        steps,
                        100 * naive.wape())
                : String.format(Locale.ROOT, "Forecasts %s ahead; the series do not change.", steps);
        List<Chart> charts = new ArrayList<>(List.of(fans(), steps()));
        new Segments(panel, evaluation, keys).chart().ifPresent(charts::add);
        charts.add(members());
        charts.addAll(further);
        return new Report(gain, notes.all(), metrics(own, naive), charts);
    }

    private static List<Metric> metrics(Accuracy own, Accuracy naive) {
        List<Metric> metrics = new ArrayList<>();
        add(
                metrics,
                "wape",
                "Error of the volume (WAPE)",
                own.wape(),
                "%",
                Metric.Better.LOWER,
                "Sum of all errors over the sum of what came.");
        add(
                metrics,
                "wapeNaive",
                "The same for the last season again",
                naive.wape(),
                "%",
                Metric.Better.NEITHER,
                "What repeating the last season is off by: the reference to beat.");
        add(
                metrics,
                "mase",
                "Scaled error (MASE)",
                own.mase(),
                "",
                Metric.Better.LOWER,
                "Error over the usual change from season to season; below 1 is better than repeating the past.");
        add(
                metrics,
                "maseNaive",
                "Scaled error of the last season again",
                naive.mase(),
                "",
                Metric.Better.NEITHER,
                "The same figure for the reference.");
        add(
                metrics,
                "smape",
                "Symmetric percentage error (sMAPE)",
                own.smape(),
                "%",
                Metric.Better.LOWER,
                "Error over the mean of forecast and truth, from 0 to 200 %.");
        add(
                metrics,
                "smapeNaive",
                "Symmetric percentage error of the last season again",
                naive.smape(),
                "%",
                Metric.Better.NEITHER,
                "The same figure for the reference.");
        add(
                metrics,
                "bias",
                "Bias",
                own.bias(),
                "%",
                Metric.Better.NEITHER,
                "How much more than what came was forecast in sum; near 0 is good.");
        add(
                metrics,
                "coverage80",
                "Within the 80 % interval",
                own.narrow(),
                "%",
                Metric.Better.NEITHER,
                "Share of values that came within the narrow interval; near 80 % is right.");
        add(
                metrics,
                "coverage95",
                "Within the 95 % interval",
                own.wide(),
                "%",
                Metric.Better.NEITHER,
                "Share of values that came within the wide interval; near 95 % is right.");
        return metrics;
    }

    private static void add(
            List<Metric> metrics,
            String name,
            String title,
            double value,
            String unit,
            Metric.Better better,
            String explanation) {
        if (Double.isFinite(value)) {
            metrics.add(new Metric(name, title, value, unit, better, explanation));
        }
    }

    /** The latest moment, the worst series first. */
    private Chart fans() {
        Origin origin = evaluation.origins().getFirst();
        Intervals intervals = evaluation.intervals();
        List<Chart.Fan> fans = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        double[] badness = new double[origin.series().length];
        for (int at = 0; at < badness.length; at++) {
            ErrorUnit unit = origin.units()[at];
            badness[at] = Double.isNaN(unit.scale())
                    ? 0
                    : ScaledErrors.mase(origin.came()[at], evaluation.paths().getFirst()[at], unit.scale());
            order.add(at);
        }
        order.sort(Comparator.comparingDouble((Integer at) -> -badness[at]).thenComparing(at -> at));
        Fans pictures = new Fans(panel.clock(), keys);
        for (int at : order.subList(0, Math.min(Fans.MOST, order.size()))) {
            Series series = panel.series().get(origin.series()[at]);
            ErrorUnit unit = origin.units()[at];
            double[] path = evaluation.paths().getFirst()[at];
            int number = origin.series()[at];
            double floor = java.util.Arrays.stream(series.values()).min().orElse(0) < 0 ? Double.NEGATIVE_INFINITY : 0;
            fans.add(pictures.fan(
                    series,
                    series.values().length - origin.back(),
                    path,
                    badness[at],
                    List.of(String.format(Locale.ROOT, "error %.2f × its usual change", badness[at])),
                    intervals.lower(unit, path, number, false, floor),
                    intervals.upper(unit, path, number, false),
                    intervals.lower(unit, path, number, true, floor),
                    intervals.upper(unit, path, number, true)));
        }
        return new Chart.Fans(
                "fans",
                "What was forecast, and what came; the worst first",
                pictures.axis(),
                new Chart.Axis("Value", ""),
                fans);
    }

    private Chart steps() {
        List<List<String>> rows = new ArrayList<>();
        int block = (horizon + ROWS - 1) / ROWS;
        for (int from = 0; from < horizon; from += block) {
            int to = Math.min(horizon, from + block);
            Accuracy own = Accuracy.of(evaluation, false, from, to);
            Accuracy naive = Accuracy.of(evaluation, true, from, to);
            rows.add(List.of(
                    to == from + 1 ? Integer.toString(to) : (from + 1) + " to " + to,
                    percent(own.wape()),
                    percent(naive.wape()),
                    percent(own.bias()),
                    percent(own.narrow()),
                    percent(own.wide())));
        }
        return new Chart.Grid(
                "steps",
                "How errors grow with the step ahead",
                List.of("Step", "WAPE", "WAPE of last season", "Bias", "Within 80 %", "Within 95 %"),
                rows);
    }

    private Chart members() {
        List<List<String>> rows = new ArrayList<>();
        for (int member = 0; member < Members.COUNT; member++) {
            rows.add(row(Members.titles().get(member), 1 << member, 1 << member, member));
        }
        rows.add(row(
                "Median of the chosen ones",
                evaluation.choice().steady(),
                evaluation.choice().intermittent(),
                -1));
        List<String> columns = new ArrayList<>(List.of("Way to forecast"));
        if (any(false)) {
            columns.addAll(List.of("Steady series", "Used"));
        }
        if (any(true)) {
            columns.addAll(List.of("Series with many zeros", any(false) ? "Used " : "Used"));
        }
        return new Chart.Grid(
                "members",
                "Which ways to forecast were combined (error relative to the last season again)",
                columns,
                rows);
    }

    /** Whether there are such series to tell of. */
    private boolean any(boolean intermittent) {
        int chosen = intermittent
                ? evaluation.choice().intermittent()
                : evaluation.choice().steady();
        return Double.isFinite(evaluation.errors().relative(chosen, intermittent));
    }

    /** @param member whose use is told; negative for none */
    private List<String> row(String title, int steady, int intermittent, int member) {
        List<String> cells = new ArrayList<>(List.of(title));
        if (any(false)) {
            cells.add(number(evaluation.errors().relative(steady, false)));
            cells.add(used(evaluation.choice().steady(), member));
        }
        if (any(true)) {
            cells.add(number(evaluation.errors().relative(intermittent, true)));
            cells.add(used(evaluation.choice().intermittent(), member));
        }
        return cells;
    }

    private static String used(int chosen, int member) {
        return member >= 0 && (chosen >> member & 1) == 1 ? "yes" : "";
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "-";
    }

    private static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", 100 * share) : "-";
    }
}
