package io.millwright.templates.fraud.report;

import io.millwright.templates.fraud.evaluation.Costs;
import io.millwright.templates.fraud.evaluation.Judged;
import io.millwright.templates.fraud.ledger.Transactions;
import java.util.HashSet;
import java.util.Set;

/**
 * What alerts from a threshold on mean.
 *
 * @param count alerts
 * @param caught alerts that are fraud
 * @param frauds all frauds
 * @param rows all rows
 * @param caughtMoney what is saved by the frauds caught
 * @param fraudMoney what all frauds cost when missed; 0 where that is not known
 * @param customers whose payments raise an alert, each counted once a day
 * @param innocents those of them without any fraud that day
 * @param reviews what looking at the alerts costs
 * @param days that the rows span; 0 where there is no time
 */
record AtThreshold(
        double threshold,
        int count,
        int caught,
        int frauds,
        int rows,
        double caughtMoney,
        double fraudMoney,
        int customers,
        int innocents,
        double reviews,
        double days) {

    static AtThreshold of(double threshold, Judged judged, Costs costs, double days) {
        Transactions all = costs.all();
        int count = 0;
        int caught = 0;
        double caughtMoney = 0;
        Set<Long> touched = new HashSet<>();
        Set<Long> guilty = new HashSet<>();
        for (int at = 0; at < judged.rows().length; at++) {
            if (judged.probabilities()[at] >= threshold) {
                int row = judged.rows()[at];
                boolean fraud = judged.labels()[at] == 1;
                count++;
                caught += fraud ? 1 : 0;
                caughtMoney += fraud ? costs.worth(row) : 0;
                if (all.customer[row] >= 0) {
                    long customer = ((long) all.day(row) << 32) + all.customer[row];
                    touched.add(customer);
                    if (fraud) {
                        guilty.add(customer);
                    }
                }
            }
        }
        return new AtThreshold(
                threshold,
                count,
                caught,
                judged.frauds(),
                judged.rows().length,
                caughtMoney,
                costs.atStake(judged),
                touched.size(),
                touched.size() - guilty.size(),
                count * costs.review(),
                days);
    }

    double precision() {
        return count == 0 ? Double.NaN : (double) caught / count;
    }

    double recall() {
        return (double) caught / frauds;
    }

    double falseAlarmRate() {
        return (double) (count - caught) / (rows - frauds);
    }

    /** What the alerts save, less what looking at them costs. */
    double saved() {
        return caughtMoney - reviews;
    }

    /** Per day where there are days, else per thousand rows. */
    double perDay(double total) {
        return days > 0 ? total / days : total * 1000 / rows;
    }
}
