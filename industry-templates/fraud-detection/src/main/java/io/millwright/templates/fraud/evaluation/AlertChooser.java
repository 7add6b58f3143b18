package io.millwright.templates.fraud.evaluation;

import io.millwright.templates.fraud.Settings;
import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.learning.metrics.Order;

/**
 * Chooses from which probability on a transaction becomes an alert: never more alerts a day than people can look at; within
 * that, where the cost of a review is known, whatever saves most money, else the best balance of false and missed alarms.
 */
public final class AlertChooser {

    private final Settings settings;
    private final Transactions all;

    public AlertChooser(Settings settings, Transactions all) {
        this.settings = settings;
        this.all = all;
    }

    /** @param days that the judged rows span; 0 where there is no time */
    public double choose(Judged judged, double days) {
        int[] order = Order.descending(judged.probabilities());
        double most = days > 0 ? Math.max(1, settings.alertsPerDay() * days) : Double.POSITIVE_INFINITY;
        int frauds = judged.frauds();
        double best = Double.NEGATIVE_INFINITY;
        double threshold = 1;
        double saved = 0;
        int hits = 0;
        for (int at = 0; at < order.length && at < most; at++) {
            int row = order[at];
            hits += judged.labels()[row];
            saved += worth(judged, row) - settings.reviewCost();
            double here = judged.probabilities()[row];
            boolean ties = at + 1 < order.length && judged.probabilities()[order[at + 1]] == here;
            double value = settings.reviewCost() > 0 ? saved : 2.0 * hits / (at + 1 + frauds);
            if (!ties && value > best) {
                best = value;
                threshold = here;
            }
        }
        return threshold;
    }

    private double worth(Judged judged, int row) {
        double amount = all.amount[judged.rows()[row]];
        return judged.labels()[row] == 1 && !Double.isNaN(amount) ? amount : 0;
    }
}
