package io.millwright.templates.fraud.features;

import io.millwright.templates.fraud.ledger.ByEntity;
import io.millwright.templates.fraud.ledger.Transactions;
import java.util.ArrayList;
import java.util.List;

/** How often and how much the customer has paid over each window up to and including this transaction. */
final class SpendingFeatures implements FeatureGroup {

    private final List<Integer> windows;
    private final boolean amounts;

    SpendingFeatures(FeatureRecipe recipe, boolean amounts) {
        this.windows = recipe.windowsDays();
        this.amounts = amounts;
    }

    @Override
    public List<Feature> features() {
        List<Feature> features = new ArrayList<>();
        for (int days : windows) {
            features.add(new Feature(
                    "customerCount" + days,
                    "Customer's payments, " + days + " d",
                    "activity",
                    value -> Words.count(value, "transaction", "transactions") + " by this customer in "
                            + Words.days(days)));
            if (amounts) {
                features.add(new Feature(
                        "customerMean" + days,
                        "Customer's mean amount, " + days + " d",
                        "activity",
                        value -> "customer's mean amount " + Words.figure(value) + " over " + Words.days(days)));
            }
        }
        return features;
    }

    @Override
    public void fill(Transactions all, float[][] into) {
        ByEntity customers = ByEntity.of(all.customer);
        int[] rows = customers.rows();
        int column = 0;
        for (int days : windows) {
            long length = days * Transactions.DAY;
            for (int customer = 0; customer < customers.entities(); customer++) {
                int end = customers.start()[customer + 1];
                int oldest = customers.start()[customer];
                double sum = 0;
                int known = 0;
                for (int at = oldest; at < end; at++) {
                    int row = rows[at];
                    if (!Double.isNaN(all.amount[row])) {
                        sum += all.amount[row];
                        known++;
                    }
                    while (all.time[rows[oldest]] <= all.time[row] - length) {
                        double gone = all.amount[rows[oldest++]];
                        if (!Double.isNaN(gone)) {
                            sum -= gone;
                            known--;
                        }
                    }
                    into[column][row] = at - oldest + 1;
                    if (amounts && known > 0) {
                        into[column + 1][row] = (float) (sum / known);
                    }
                }
            }
            column += amounts ? 2 : 1;
        }
    }
}
