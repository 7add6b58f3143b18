package io.millwright.templates.fraud.evaluation;

import io.millwright.templates.learning.metrics.Order;

/**
 * Chooses from which probability on a transaction becomes an alert: never more alerts a day than people can look at; within
 * that, where costs are known, whatever saves most, else the best balance of false and missed alarms.
 */
public final class AlertChooser {

    /** Of every probability: no alerts at all. */
    private static final double NONE = 1;

    private final double alertsPerDay;
    private final Costs costs;

    /** @param alertsPerDay that people can look at */
    public AlertChooser(double alertsPerDay, Costs costs) {
        this.alertsPerDay = alertsPerDay;
        this.costs = costs;
    }

    /** @param days that the judged rows span; 0 where there is no time */
    public double choose(Judged judged, double days) {
        int[] order = Order.descending(judged.probabilities());
        double most = days > 0 ? Math.max(1, alertsPerDay * days) : Double.POSITIVE_INFINITY;
        boolean weighed = costs.known(judged);
        int frauds = judged.frauds();
        // an alert that costs more than it saves is worse than none
        double best = weighed ? 0 : Double.NEGATIVE_INFINITY;
        double threshold = NONE;
        double saved = 0;
        int hits = 0;
        for (int at = 0; at < order.length && at < most; at++) {
            int row = order[at];
            hits += judged.labels()[row];
            saved += (judged.labels()[row] == 1 ? costs.worth(judged.rows()[row]) : 0) - costs.review();
            double here = judged.probabilities()[row];
            boolean ties = at + 1 < order.length && judged.probabilities()[order[at + 1]] == here;
            double value = weighed ? saved : 2.0 * hits / (at + 1 + frauds);
            if (!ties && value > best) {
                best = value;
                threshold = here;
            }
        }
        return threshold;
    }
}
