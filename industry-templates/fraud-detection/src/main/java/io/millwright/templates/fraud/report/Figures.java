package io.millwright.templates.fraud.report;

import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Metric.Better;
import io.millwright.templates.fraud.evaluation.CardPrecision;
import io.millwright.templates.fraud.evaluation.Costs;
import io.millwright.templates.fraud.evaluation.Judged;
import io.millwright.templates.fraud.evaluation.Week;
import io.millwright.templates.fraud.features.Words;
import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.learning.metrics.ProbabilityErrors;
import io.millwright.templates.learning.metrics.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of a report, each with a comparison in its explanation. */
final class Figures {

    private static final int CALLS = 100;
    private static final int BINS = 20;

    private final Judged test;
    private final Costs costs;
    private final Transactions all;
    private final List<Week> weeks;
    private final String cases;
    private final AtThreshold alerts;
    private final List<Metric> metrics = new ArrayList<>();

    /** @param cases what positive rows are called, e.g. "fraud" */
    Figures(Judged test, Costs costs, AtThreshold alerts, List<Week> weeks, String cases) {
        this.test = test;
        this.costs = costs;
        this.all = costs.all();
        this.weeks = weeks;
        this.alerts = alerts;
        this.cases = cases;
    }

    List<Metric> metrics() {
        Ranking ranking = test.ranking();
        String chance = Words.percent((double) test.frauds() / test.labels().length);
        add(
                "averagePrecision",
                "Average precision",
                ranking.averagePrecision(),
                "",
                Better.HIGHER,
                "Precision averaged over all shares of " + cases + " found; by chance it would be " + chance + ".");
        add(
                "auc",
                "AUC",
                ranking.auc(),
                "",
                Better.HIGHER,
                "Of pairs of " + cases
                        + " and another row, the share in which the former scores higher; guessing gives 0.5, perfection 1.");
        spread();
        double cards = CardPrecision.at(CALLS, test, all);
        add(
                "cardPrecisionAt100",
                "Card precision at 100 a day",
                cards,
                "%",
                Better.HIGHER,
                "Share of the 100 customers with the highest scores of each day who did have a fraud that day; perfection would give "
                        + Words.percent(CardPrecision.best(CALLS, test, all)) + ".");
        add(
                "precision",
                "Precision of alerts",
                alerts.precision(),
                "%",
                Better.HIGHER,
                "Share of alerts that are " + cases + "; without a model " + chance + " of what one looks at is.");
        add(
                "recall",
                Words.capital(cases) + " found",
                alerts.recall(),
                "%",
                Better.HIGHER,
                "Share of all " + cases + " that raises an alert.");
        add(
                "falseAlarmRate",
                "False alarm rate",
                alerts.falseAlarmRate(),
                "%",
                Better.LOWER,
                "Share of the other rows that raise an alert.");
        if (alerts.days() > 0) {
            add(
                    "alertsPerDay",
                    "Alerts per day",
                    alerts.perDay(alerts.count()),
                    "",
                    Better.NEITHER,
                    "How many alerts people have to look at on an average day.");
        }
        if (alerts.fraudMoney() > 0) {
            add(
                    "moneyFound",
                    Words.capital(cases) + ", money found",
                    alerts.caughtMoney() / alerts.fraudMoney(),
                    "%",
                    Better.HIGHER,
                    "Share of the money of all " + cases + " that alerts point to.");
        }
        if (costs.known(test)) {
            add(
                    "saved",
                    alerts.days() > 0 ? "Saved per day" : "Saved per 1,000 rows",
                    alerts.perDay(alerts.saved()),
                    "",
                    Better.HIGHER,
                    "What the " + cases + " found would have cost, less the cost of looking at all alerts.");
        }
        if (alerts.customers() > 0 && alerts.days() > 0) {
            add(
                    "customersPerDay",
                    "Customers touched per day",
                    alerts.perDay(alerts.customers()),
                    "",
                    Better.NEITHER,
                    String.format(
                            Locale.ROOT,
                            "Customers with an alert on an average day; %s of them without any %s that day.",
                            Words.figure(alerts.perDay(alerts.innocents())),
                            cases));
        }
        add(
                "brier",
                "Brier score",
                ProbabilityErrors.brier(test.probabilities(), test.labels()),
                "",
                Better.LOWER,
                "Mean squared error of the probabilities; always saying the average share would give " + brierOfShare()
                        + ".");
        add(
                "calibrationError",
                "Calibration error",
                ProbabilityErrors.calibrationError(test.probabilities(), test.labels(), BINS),
                "",
                Better.LOWER,
                "Average distance between the probability promised and the share that came true.");
        add(
                "fraudShare",
                "Share of " + cases,
                (double) test.frauds() / test.labels().length,
                "%",
                Better.NEITHER,
                "Share of " + cases + " among the rows that the model was judged on.");
        return metrics;
    }

    /** Over several stretches of days, where they were judged. */
    private void spread() {
        if (weeks.size() < 2) {
            return;
        }
        double mean =
                weeks.stream().mapToDouble(Week::averagePrecision).average().orElse(Double.NaN);
        double squares = weeks.stream()
                .mapToDouble(Week::averagePrecision)
                .map(one -> (one - mean) * (one - mean))
                .sum();
        add(
                "averagePrecisionMean",
                "Average precision over " + weeks.size() + " stretches",
                mean,
                "",
                Better.HIGHER,
                "The mean over the judged days and as many days before them, each with days of its own to learn from.");
        add(
                "averagePrecisionSpread",
                "Its standard deviation",
                Math.sqrt(squares / (weeks.size() - 1)),
                "",
                Better.LOWER,
                "How much average precision differs from one stretch of days to another.");
    }

    private String brierOfShare() {
        double share = (double) test.frauds() / test.labels().length;
        return String.format(Locale.ROOT, "%.4f", share * (1 - share));
    }

    private void add(String name, String title, double value, String unit, Better better, String explanation) {
        if (Double.isFinite(value)) {
            metrics.add(new Metric(name, title, value, unit, better, explanation));
        }
    }
}
