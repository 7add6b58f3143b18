package io.millwright.templates.fraud.report;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Report;
import io.millwright.templates.fraud.columns.Extra;
import io.millwright.templates.fraud.evaluation.Costs;
import io.millwright.templates.fraud.evaluation.Evaluation;
import io.millwright.templates.fraud.evaluation.Judged;
import io.millwright.templates.fraud.fairness.Fairness;
import io.millwright.templates.fraud.fairness.Groups;
import io.millwright.templates.fraud.features.Words;
import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the findings about a trained model into a report. */
public final class TrainingReport {

    private final Evaluation evaluation;
    private final Costs costs;
    private final double threshold;
    private final String cases;

    /** @param cases what a positive row is called, e.g. "fraud" */
    public TrainingReport(Evaluation evaluation, Costs costs, double threshold, String cases) {
        this.evaluation = evaluation;
        this.costs = costs;
        this.threshold = threshold;
        this.cases = cases;
    }

    /**
     * @param extras further columns that were learnt from, by the values of whose words parts are told
     * @param groups of a protected column, where one was named
     * @param further charts, such as which features matter
     */
    public Report of(List<Extra> extras, Optional<Groups> groups, List<Chart> further, Notes notes) {
        Judged test = evaluation.test();
        Transactions all = costs.all();
        AtThreshold alerts = AtThreshold.of(threshold, test, costs, evaluation.days());
        notes.info("%s", evaluation.how());
        if (costs.review() > 0 && !costs.known(test)) {
            notes.warn("The cost of a review was given, but not what a missed fraud costs: there are no amounts. "
                    + "Set the cost of a missed fraud to weigh them.");
        }
        List<Chart> charts = new ArrayList<>(List.of(
                ThresholdChart.of(test, costs, evaluation.days(), threshold, cases),
                Curves.precisionRecall(test),
                Curves.roc(test),
                confusion(alerts),
                Curves.calibration(test)));
        charts.addAll(3, further);
        List<Metric> metrics = new ArrayList<>(new Figures(test, costs, alerts, evaluation.weeks(), cases).metrics());
        if (evaluation.weeks().size() > 1) {
            charts.add(weeks());
        }
        Chart.Grid segments = new Segments(test, all, extras, threshold).chart();
        if (!segments.rows().isEmpty()) {
            charts.add(segments);
        }
        groups.map(found -> new Fairness(found, test, all, threshold)).ifPresent(fairness -> {
            charts.add(fairness.chart());
            metrics.addAll(fairness.metrics());
            fairness.tell(notes);
        });
        if (!evaluation.curve().points().isEmpty()) {
            charts.add(Curves.learning(evaluation.curve()));
        }
        return new Report(headline(alerts), notes.all(), metrics, charts);
    }

    private Chart weeks() {
        return new Chart.Grid(
                "weeks",
                "The same on earlier days, each time with days to learn from before a gap",
                List.of("Days", "Rows", "Cases", "Average precision", "AUC"),
                evaluation.weeks().stream()
                        .map(week -> List.of(
                                week.first() + " to " + week.last(),
                                whole(week.rows()),
                                whole(week.frauds()),
                                String.format(Locale.ROOT, "%.3f", week.averagePrecision()),
                                String.format(Locale.ROOT, "%.3f", week.auc())))
                        .toList());
    }

    private String headline(AtThreshold alerts) {
        if (alerts.caught() == 0) {
            return "Finds no %s at this threshold; see what other thresholds would give.".formatted(cases);
        }
        String found = "Finds %s of %s".formatted(Words.percent(alerts.recall()), cases);
        String money = alerts.fraudMoney() > 0
                ? " (%s of its money)".formatted(Words.percent(alerts.caughtMoney() / alerts.fraudMoney()))
                : "";
        String load = alerts.days() > 0
                ? " at %s alerts a day".formatted(Words.figure(alerts.perDay(alerts.count())))
                : " with %s alerts per 1,000 rows".formatted(Words.figure(alerts.perDay(alerts.count())));
        return "%s%s%s; %s of alerts are right.".formatted(found, money, load, Words.percent(alerts.precision()));
    }

    private Chart confusion(AtThreshold at) {
        int falseAlarms = at.count() - at.caught();
        int missed = at.frauds() - at.caught();
        return new Chart.Grid(
                "confusion",
                "Alerts and what they were",
                List.of("", "Alert", "No alert"),
                List.of(
                        List.of(Words.capital(cases), whole(at.caught()), whole(missed)),
                        List.of("Genuine", whole(falseAlarms), whole(at.rows() - at.frauds() - falseAlarms))));
    }

    private static String whole(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
