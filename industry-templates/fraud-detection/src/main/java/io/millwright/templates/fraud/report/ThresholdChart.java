package io.millwright.templates.fraud.report;

import io.millwright.plugins.api.Chart;
import io.millwright.templates.fraud.evaluation.Costs;
import io.millwright.templates.fraud.evaluation.Judged;
import io.millwright.templates.learning.metrics.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What each choice of the threshold means in alerts, found and missed fraud, and money. */
final class ThresholdChart {

    private static final int CHOICES = 60;
    /** The largest share of all rows that anybody would want as alerts. */
    private static final double MOST = 0.5;

    private ThresholdChart() {}

    static Chart.Threshold of(Judged test, Costs costs, double days, double chosen, String cases) {
        List<Double> thresholds = thresholds(test, chosen);
        boolean money = costs.atStake(test) > 0;
        boolean weighed = costs.known(test);
        boolean customers = AtThreshold.of(0, test, costs, days).customers() > 0;
        String per = days > 0 ? " per day" : " per 1,000 rows";
        List<Chart.Axis> columns = new ArrayList<>(List.of(
                new Chart.Axis("Threshold", ""),
                new Chart.Axis("Alerts" + per, ""),
                new Chart.Axis("Precision", "%"),
                new Chart.Axis("Share of " + cases + " found", "%"),
                new Chart.Axis("False alarms" + per, ""),
                new Chart.Axis("Missed " + cases + per, "")));
        if (money) {
            columns.add(new Chart.Axis("Money found" + per, ""));
            columns.add(new Chart.Axis("Money missed" + per, ""));
        }
        if (weighed) {
            columns.add(new Chart.Axis("Saved after reviews" + per, ""));
        }
        if (customers) {
            columns.add(new Chart.Axis("Customers touched" + per, ""));
            columns.add(new Chart.Axis("Touched without " + cases + per, ""));
        }
        List<List<Double>> rows = new ArrayList<>();
        for (double threshold : thresholds) {
            AtThreshold at = AtThreshold.of(threshold, test, costs, days);
            List<Double> row = new ArrayList<>(List.of(
                    threshold,
                    at.perDay(at.count()),
                    at.count() == 0 ? 1 : at.precision(),
                    at.recall(),
                    at.perDay(at.count() - at.caught()),
                    at.perDay(at.frauds() - at.caught())));
            if (money) {
                row.add(at.perDay(at.caughtMoney()));
                row.add(at.perDay(at.fraudMoney() - at.caughtMoney()));
            }
            if (weighed) {
                row.add(at.perDay(at.saved()));
            }
            if (customers) {
                row.add(at.perDay(at.customers()));
                row.add(at.perDay(at.innocents()));
            }
            rows.add(row);
        }
        return new Chart.Threshold("threshold", "What a threshold means", columns, rows, thresholds.indexOf(chosen));
    }

    /** So many alerts more from each to the next, in even steps of their logarithm. */
    private static List<Double> thresholds(Judged test, double chosen) {
        int[] order = Order.descending(test.probabilities());
        TreeSet<Double> thresholds = new TreeSet<>();
        thresholds.add(chosen);
        double last = Math.max(1, order.length * MOST);
        for (int choice = 0; choice < CHOICES; choice++) {
            int alerts = (int) Math.round(Math.pow(last, (double) choice / (CHOICES - 1)));
            thresholds.add(test.probabilities()[order[Math.min(alerts, order.length) - 1]]);
        }
        return new ArrayList<>(thresholds);
    }
}
