package io.millwright.templates.fraud.evaluation;

import io.millwright.templates.fraud.Settings;
import io.millwright.templates.fraud.ledger.Transactions;

/**
 * What outcomes cost (Elkan 2001): an alert costs a review, a missed fraud its amount or, where a person said so, always the
 * same. A fraud that is found costs no more than its review, a genuine row left alone nothing.
 *
 * @param review cost of an alert; 0 = not known
 * @param missed cost of a missed fraud; 0 = its amount
 */
public record Costs(double review, double missed, Transactions all) {

    public static Costs of(Settings settings, Transactions all) {
        return new Costs(settings.reviewCost(), settings.missedCost(), all);
    }

    /** What is lost when the fraud of this row is missed; 0 where the amount is not known. */
    public double worth(int row) {
        double amount = all.amount[row];
        return missed > 0 ? missed : amount > 0 ? amount : 0;
    }

    /** Whether alerts can be weighed against what they save. */
    public boolean known(Judged judged) {
        return review > 0 && atStake(judged) > 0;
    }

    /** What is lost when every fraud is missed. */
    public double atStake(Judged judged) {
        double sum = 0;
        for (int at = 0; at < judged.rows().length; at++) {
            sum += judged.labels()[at] == 1 ? worth(judged.rows()[at]) : 0;
        }
        return sum;
    }
}
