package io.millwright.templates.fraud.features;

import io.millwright.templates.fraud.ledger.Transactions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Computes all features of a file; training and scoring both come here. */
public final class FeatureBuilder {

    private final List<FeatureGroup> groups = new ArrayList<>();

    /**
     * @param parts which columns the file has
     * @param extras further columns of the file, in the order of {@link Transactions#extras}
     */
    public FeatureBuilder(FeatureRecipe recipe, Parts parts, List<Feature> extras) {
        if (parts.amount()) {
            groups.add(new AmountFeature());
        }
        if (parts.time()) {
            groups.add(new CalendarFeatures(recipe.calendar()));
        }
        if (parts.time() && parts.customer()) {
            groups.add(new SpendingFeatures(recipe, parts.amount()));
            if (parts.amount()) {
                groups.add(new UsualAmountFeatures(recipe));
            }
        }
        if (parts.time() && parts.terminal()) {
            groups.add(new TerminalFeatures(recipe));
        }
        if (!extras.isEmpty()) {
            groups.add(new ExtraFeatures(extras));
        }
    }

    public List<Feature> features() {
        return groups.stream().flatMap(group -> group.features().stream()).toList();
    }

    public FeatureTable build(Transactions transactions) {
        List<float[]> columns = new ArrayList<>();
        for (FeatureGroup group : groups) {
            float[][] into = new float[group.features().size()][transactions.size()];
            for (float[] column : into) {
                Arrays.fill(column, Float.NaN);
            }
            group.fill(transactions, into);
            columns.addAll(List.of(into));
        }
        return new FeatureTable(features(), columns.toArray(float[][]::new), transactions);
    }
}
