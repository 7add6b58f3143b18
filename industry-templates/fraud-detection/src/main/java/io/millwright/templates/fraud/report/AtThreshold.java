package io.millwright.templates.fraud.report;

import io.millwright.templates.fraud.evaluation.Judged;
import io.millwright.templates.fraud.ledger.Transactions;

/**
 * What alerts from a threshold on mean.
 *
 * @param count alerts
 * @param caught alerts that are fraud
 * @param frauds all frauds
 * @param rows all rows
 * @param caughtMoney amounts of the frauds caught
 * @param fraudMoney amounts of all frauds; 0 where there are no amounts
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
        double days) {

    static AtThreshold of(double threshold, Judged judged, Transactions all, double days) {
        int count = 0;
        int caught = 0;
        double caughtMoney = 0;
        double fraudMoney = 0;
        for (int at = 0; at < judged.rows().length; at++) {
            boolean alert = judged.probabilities()[at] >= threshold;
            boolean fraud = judged.labels()[at] == 1;
            double amount = all.amount[judged.rows()[at]];
            double money = fraud && amount > 0 ? amount : 0;
            count += alert ? 1 : 0;
            caught += alert && fraud ? 1 : 0;
            fraudMoney += money;
            caughtMoney += alert ? money : 0;
        }
        return new AtThreshold(
                threshold, count, caught, judged.frauds(), judged.rows().length, caughtMoney, fraudMoney, days);
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

    /** Per day where there are days, else per thousand rows. */
    double perDay(double total) {
        return days > 0 ? total / days : total * 1000 / rows;
    }
}
