package io.millwright.templates.fraud.features;

import io.millwright.templates.fraud.ledger.Transactions;
import java.util.List;

/** The amount itself. */
final class AmountFeature implements FeatureGroup {

    @Override
    public List<Feature> features() {
        return List.of(new Feature("amount", "Amount", "amount", value -> "amount " + Words.figure(value)));
    }

    @Override
    public void fill(Transactions all, float[][] into) {
        for (int row = 0; row < all.size(); row++) {
            into[0][row] = (float) all.amount[row];
        }
    }
}
