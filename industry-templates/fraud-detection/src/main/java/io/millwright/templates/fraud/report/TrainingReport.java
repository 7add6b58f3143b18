package io.millwright.templates.fraud.report;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Report;
import io.millwright.templates.fraud.evaluation.Evaluation;
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
    private final Transactions all;
    private final double threshold;
    private final String cases;

    /** @param cases what a positive row is called, e.g. "fraud" */
    public TrainingReport(Evaluation evaluation, Transactions all, double threshold, String cases) {
        this.evaluation = evaluation;
        this.all = all;
        this.threshold = threshold;
        this.cases = cases;
    }

    /**
     * @param importance which features matter, largest first
     * @param trials what was tried, where anything was
     */
    public Report of(Chart importance, Optional<Chart> trials, Notes notes) {
        AtThreshold alerts = AtThreshold.of(threshold, evaluation.test(), all, evaluation.days());
        notes.info("%s", evaluation.how());
        List<Chart> charts = new ArrayList<>(List.of(
                ThresholdChart.of(evaluation.test(), all, evaluation.days(), threshold, cases),
                Curves.precisionRecall(evaluation.test()),
                Curves.roc(evaluation.test()),
                importance,
                confusion(alerts),
                Curves.calibration(evaluation.test())));
        Chart.Grid segments = new Segments(evaluation.test(), all, threshold).chart();
        if (!segments.rows().isEmpty()) {
            charts.add(segments);
        }
        if (!evaluation.curve().points().isEmpty()) {
            charts.add(Curves.learning(evaluation.curve()));
        }
        trials.ifPresent(charts::add);
        return new Report(headline(alerts), notes.all(), new Figures(evaluation.test(), all, alerts).metrics(), charts);
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
                        List.of(capital(cases), whole(at.caught()), whole(missed)),
                        List.of("Genuine", whole(falseAlarms), whole(at.rows() - at.frauds() - falseAlarms))));
    }

    private static String whole(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
