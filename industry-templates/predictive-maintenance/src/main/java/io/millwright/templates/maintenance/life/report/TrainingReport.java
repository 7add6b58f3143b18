package io.millwright.templates.maintenance.life.report;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Metric.Better;
import io.millwright.plugins.api.Report;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.maintenance.conditions.Conditions;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.life.LifeErrors;
import io.millwright.templates.maintenance.life.LifeEvaluation;
import io.millwright.templates.maintenance.life.LifeIntervals;
import io.millwright.templates.maintenance.life.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Makes the findings about a trained model into a report. */
public final class TrainingReport {

    private static final int BINS = 5;
    private static final int MOST_CONDITIONS = 30;

    private final Fleet fleet;
    private final double[] remaining;
    private final Conditions conditions;
    private final LifeEvaluation evaluation;
    private final LifeIntervals intervals;
    private final LifeIntervals.Levels levels;
    private final double level;
    private final double alarm;

    public TrainingReport(
            Fleet fleet,
            double[] remaining,
            Conditions conditions,
            LifeEvaluation evaluation,
            LifeIntervals intervals,
            LifeIntervals.Levels levels,
            double level,
            double alarm) {
        this.fleet = fleet;
        this.remaining = remaining;
        this.conditions = conditions;
        this.evaluation = evaluation;
        this.intervals = intervals;
        this.levels = levels;
        this.level = level;
        this.alarm = alarm;
    }

    /** @param searched pictures of a search, if there was one */
    public Report of(Chart importance, List<Chart> searched, Notes notes) {
        int[] judged = evaluation.judged();
        double[] estimates = pick(evaluation.estimates(), judged);
        double[] truths = pick(remaining, judged);
        double cut = evaluation.cut();
        LifeErrors errors = LifeErrors.of(estimates, truths, cut);
        double[] widths = new double[judged.length];
        for (int at = 0; at < judged.length; at++) {
            int first = fleet.first(fleet.assetOf(judged[at]));
            double start = fleet.time()[first];
            int rows = judged[at] - first + 1;
            widths[at] = Math.min(cut, intervals.upper(estimates[at], start, rows))
                    - intervals.lower(estimates[at], start, rows);
        }
        Moments moments = evaluation.moments(fleet);
        double coverage = LifeIntervals.coverage(fleet, remaining, moments, cut, levels, at -> at < judged.length);
        double wholeCoverage = LifeIntervals.coverage(
                fleet, remaining, moments, cut, levels, at -> at < judged.length, Double.POSITIVE_INFINITY);
        double lateCoverage = LifeIntervals.coverage(fleet, remaining, moments, cut, levels, at -> at >= judged.length);
        String unit = fleet.unit().word();
        notes.info(
                "Wear shows about %.0f %s before a failure; a machine with more life left is said to have at least that.",
                cut, unit);
        List<Chart> charts = new ArrayList<>();
        charts.add(new Lives(fleet, remaining, evaluation.estimates(), intervals, level, cut).chart());
        charts.add(LeadTimes.chart(fleet, remaining, evaluation.estimates(), cut));
        charts.add(importance);
        charts.add(byRemainingLife(estimates, truths, cut));
        if (conditions.count() > 2) {
            charts.add(byCondition(estimates, truths, cut));
        }
        charts.addAll(searched);
        return new Report(
                String.format(
                        Locale.ROOT,
                        "Says how long a machine will still run to within %.0f %s on average, from %.0f %s before it fails.",
                        errors.mae(),
                        unit,
                        cut,
                        unit),
                notes.all(),
                metrics(errors, widths, coverage, wholeCoverage, lateCoverage, truths),
                charts);
    }

    private List<Metric> metrics(
            LifeErrors errors,
            double[] widths,
            double coverage,
            double wholeCoverage,
            double lateCoverage,
            double[] truths) {
        String unit = fleet.unit().word();
        double cut = evaluation.cut();
        double mean = Arrays.stream(truths)
                .map(truth -> Math.min(truth, cut))
                .average()
                .orElse(0);
        double guess = Math.sqrt(Arrays.stream(truths)
                .map(truth -> Math.pow(Math.min(truth, cut) - mean, 2))
                .average()
                .orElse(0));
        return List.of(
                new Metric(
                        "rmse",
                        "Error of the remaining life",
                        errors.rmse(),
                        unit,
                        Better.LOWER,
                        String.format(
                                Locale.ROOT,
                                "Root of the mean squared error, of lives cut off at %.0f; always saying the average would give %.1f.",
                                cut,
                                guess)),
                new Metric(
                        "mae",
                        "Average error",
                        errors.mae(),
                        unit,
                        Better.LOWER,
                        "How far an estimate is off on average."),
                new Metric(
                        "rawRmse",
                        "Error of whole lives",
                        errors.rawRmse(),
                        unit,
                        Better.LOWER,
                        "The same error without cutting lives off; new machines, of which nothing can be seen yet, weigh most."),
                new Metric(
                        "phmScore",
                        "PHM score",
                        errors.phm(),
                        "",
                        Better.LOWER,
                        "Average penalty of the PHM 2008 challenge: promising too much life costs more than too little."),
                new Metric(
                        "coverage",
                        "Coverage of the interval",
                        coverage,
                        "%",
                        Better.NEITHER,
                        String.format(
                                Locale.ROOT,
                                "Share of remaining lives up to %.0f %s within the interval, learnt from other machines; %.0f %% were promised.",
                                cut,
                                unit,
                                100 * level)),
                new Metric(
                        "wholeCoverage",
                        "Coverage of whole lives",
                        wholeCoverage,
                        "%",
                        Better.NEITHER,
                        "The same share of remaining lives of any length: where no wear shows yet, the upper limit tells how long machines "
                                + "ran on from there."),
                new Metric(
                        "lateCoverage",
                        "Coverage where history begins late",
                        lateCoverage,
                        "%",
                        Better.NEITHER,
                        "The same share for held-out machines whose first rows, up to half a typical life, were hidden."),
                new Metric(
                        "intervalWidth",
                        "Width of the interval",
                        Arrays.stream(widths).average().orElse(0),
                        unit,
                        Better.LOWER,
                        "Average distance between the limits; narrower says more."),
                new Metric(
                        "late",
                        "Promised too much",
                        errors.late(),
                        "%",
                        Better.LOWER,
                        "Share of estimates that promised more life than there was."),
                new Metric(
                        "horizon",
                        "Seen ahead",
                        cut,
                        unit,
                        Better.HIGHER,
                        "How long before a failure wear begins to show."),
                new Metric(
                        "alarm",
                        "Alarm at",
                        alarm,
                        unit,
                        Better.NEITHER,
                        "Remaining life below which a machine is cause for alarm."));
    }

    private Chart.Grid byRemainingLife(double[] estimates, double[] truths, double cut) {
        List<List<String>> rows = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            double from = cut * bin / BINS;
            double to = cut * (bin + 1) / BINS;
            boolean last = bin == BINS - 1;
            int count = 0;
            double square = 0;
            double sum = 0;
            for (int at = 0; at < truths.length; at++) {
                if (truths[at] >= from && (last || truths[at] < to)) {
                    double error = estimates[at] - Math.min(truths[at], cut);
                    count++;
                    square += error * error;
                    sum += error;
                }
            }
            if (count > 0) {
                rows.add(List.of(
                        last
                                ? String.format(Locale.ROOT, "%.0f and more", from)
                                : String.format(Locale.ROOT, "%.0f to %.0f", from, to),
                        String.format(Locale.ROOT, "%,d", count),
                        String.format(Locale.ROOT, "%.1f", Math.sqrt(square / count)),
                        String.format(Locale.ROOT, "%+.1f", sum / count)));
            }
        }
        return new Chart.Grid(
                "errorByRemainingLife",
                "The nearer the failure, the surer the estimate?",
                List.of("Remaining life, " + fleet.unit().word(), "Moments", "Error (RMSE)", "On average too high by"),
                rows);
    }

    private Chart.Grid byCondition(double[] estimates, double[] truths, double cut) {
        int[] judged = evaluation.judged();
        int[] condition = conditions.of(fleet, 0, fleet.rows());
        List<List<String>> rows = new ArrayList<>();
        for (int one = 1; one < Math.min(MOST_CONDITIONS, conditions.count()); one++) {
            int count = 0;
            double square = 0;
            for (int at = 0; at < judged.length; at++) {
                if (condition[judged[at]] == one) {
                    count++;
                    square += Math.pow(estimates[at] - Math.min(truths[at], cut), 2);
                }
            }
            if (count > 0) {
                rows.add(List.of(
                        Integer.toString(one),
                        String.format(Locale.ROOT, "%,d", count),
                        String.format(Locale.ROOT, "%.1f", Math.sqrt(square / count))));
            }
        }
        return new Chart.Grid(
                "errorByCondition", "Is any condition worse?", List.of("Condition", "Moments", "Error (RMSE)"), rows);
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }
}
