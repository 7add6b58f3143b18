package io.millwright.templates.maintenance.failure;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Metric.Better;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.metrics.ProbabilityErrors;
import io.millwright.templates.learning.metrics.Ranking;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Makes the findings about a failure model into a report. */
final class FailureReport {

    private static final int BINS = 15;

    private final Question question;
    private final Cases cases;
    private final FailureEvaluation evaluation;
    private final double threshold;
    private final double missedCost;

    FailureReport(Question question, Cases cases, FailureEvaluation evaluation, double threshold, double missedCost) {
        this.question = question;
        this.cases = cases;
        this.evaluation = evaluation;
        this.threshold = threshold;
        this.missedCost = missedCost;
    }

    Report of(Chart importance, List<Chart> searched, Notes notes) throws TemplateException {
        Alarms alarms = Alarms.of(evaluation, threshold);
        Announced announced =
                question.remaining().length == 0 ? null : Announced.of(question, cases, evaluation, threshold);
        List<Metric> metrics = new ArrayList<>(metrics(alarms));
        if (announced != null && announced.failures() > 0) {
            metrics.addFirst(new Metric(
                    "announced",
                    "Failures announced",
                    announced.share(),
                    "%",
                    Better.HIGHER,
                    String.format(
                            Locale.ROOT,
                            "Share of %,d failures with an alarm in the %s %s before.",
                            announced.failures(),
                            figure(question.horizon()),
                            question.fleet().unit().word())));
            metrics.add(new Metric(
                    "notice",
                    "Notice",
                    announced.notice(),
                    question.fleet().unit().word(),
                    Better.HIGHER,
                    "How long before an announced failure its first alarm comes, for half of them."));
        }
        List<Chart> charts = new ArrayList<>();
        if (question.remaining().length > 0) {
            charts.add(FailureLines.chart(question, cases, evaluation, threshold));
        }
        charts.add(FailureCharts.threshold(evaluation, threshold, missedCost));
        charts.add(FailureCharts.precisionRecall(evaluation));
        charts.add(importance);
        charts.add(confusion());
        charts.add(FailureCharts.calibration(evaluation));
        Chart.Grid segments = new Segments(question, cases, evaluation, threshold).chart();
        if (!segments.rows().isEmpty()) {
            charts.add(segments);
        }
        charts.addAll(searched);
        notes.info(
                "An alarm is raised from a probability of %.1f %% on: a missed failure was said to cost as much as %.0f needless "
                        + "inspections.",
                100 * threshold, missedCost);
        return new Report(headline(alarms, announced), notes.all(), metrics, charts);
    }

    private String headline(Alarms alarms, @org.jspecify.annotations.Nullable Announced announced) {
        if (alarms.right() == 0) {
            return "Finds no failure at this limit of the probability; see what other limits would give.";
        }
        String found = announced != null && announced.failures() > 0
                ? String.format(
                        Locale.ROOT,
                        "Announces %.0f %% of failures within %s %s before",
                        100 * announced.share(),
                        figure(question.horizon()),
                        question.fleet().unit().word())
                : String.format(Locale.ROOT, "Finds %.0f %% of failures", 100 * alarms.recall());
        return found
                + String.format(
                        Locale.ROOT,
                        ", with alarms in %.1f %% of rows, of which %.0f %% are right.",
                        100.0 * alarms.count() / alarms.rows(),
                        100 * alarms.precision());
    }

    private List<Metric> metrics(Alarms alarms) {
        Ranking ranking = new Ranking(evaluation.probabilities(), evaluation.labels());
        double share = (double) alarms.failures() / alarms.rows();
        List<Metric> metrics = new ArrayList<>(List.of(
                new Metric(
                        "averagePrecision",
                        "Average precision",
                        ranking.averagePrecision(),
                        "",
                        Better.HIGHER,
                        String.format(
                                Locale.ROOT,
                                "Precision averaged over all shares of failures found; by chance it would be %.3f.",
                                share)),
                new Metric(
                        "auc",
                        "AUC",
                        ranking.auc(),
                        "",
                        Better.HIGHER,
                        "Chance that a failure gets a higher probability than another row; guessing gives 0.5."),
                new Metric(
                        "recall",
                        "Failures found",
                        alarms.recall(),
                        "%",
                        Better.HIGHER,
                        "Share of rows of failures that raise an alarm."),
                new Metric(
                        "precision",
                        "Alarms that are right",
                        alarms.precision(),
                        "%",
                        Better.HIGHER,
                        "Share of alarms that are failures."),
                new Metric(
                        "costSaved",
                        "Cost saved",
                        1 - alarms.cost(missedCost) / alarms.costWithout(missedCost),
                        "%",
                        Better.HIGHER,
                        "Less than the cheaper of inspecting every row and inspecting none costs."),
                new Metric(
                        "brier",
                        "Brier score",
                        evaluation.brier(),
                        "",
                        Better.LOWER,
                        String.format(
                                Locale.ROOT,
                                "Mean squared error of the probabilities; always saying the average gives %.4f.",
                                share * (1 - share))),
                new Metric(
                        "calibrationError",
                        "Calibration error",
                        ProbabilityErrors.calibrationError(evaluation.probabilities(), evaluation.labels(), BINS),
                        "",
                        Better.LOWER,
                        "Average distance between the probability promised and the share that came true."),
                new Metric(
                        "failureShare",
                        "Share of failures",
                        share,
                        "%",
                        Better.NEITHER,
                        "Share of failures among the rows that the model was judged on.")));
        if (question.names().size() > 2) {
            metrics.add(new Metric(
                    "sortAccuracy",
                    "Sort of failure right",
                    sortsRight(),
                    "%",
                    Better.HIGHER,
                    "Share of failures whose sort was named rightly."));
        }
        return metrics;
    }

    private double sortsRight() {
        int right = 0;
        int count = 0;
        for (int at = 0; at < evaluation.judged().length; at++) {
            if (evaluation.labels()[at] == 1) {
                count++;
                right += evaluation.sorts()[at] == cases.classes()[evaluation.judged()[at]] ? 1 : 0;
            }
        }
        return count == 0 ? 0 : (double) right / count;
    }

    /** Sorts of failures are told where there is an alarm. */
    private Chart confusion() {
        int size = question.names().size();
        long[][] counts = new long[size][size];
        for (int at = 0; at < evaluation.judged().length; at++) {
            int truth = cases.classes()[evaluation.judged()[at]];
            boolean alarm = evaluation.probabilities()[at] >= threshold;
            int said = !alarm ? 0 : size == 2 ? 1 : Math.max(1, evaluation.sorts()[at]);
            counts[truth][said]++;
        }
        return new Chart.Confusion(
                "confusion",
                "What rows were, and what was said",
                question.names(),
                Arrays.stream(counts)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList());
    }

    static String figure(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.3g", value);
    }
}
