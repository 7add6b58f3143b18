package io.millwright.templates.fraud.features;

import io.millwright.templates.fraud.columns.Extra;
import io.millwright.templates.fraud.columns.SeriesPlan;
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
     * @param series what these are to each other
     */
    public FeatureBuilder(FeatureRecipe recipe, Parts parts, List<Extra> extras, SeriesPlan series) {
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
            groups.add(new ExtraFeatures(extras.stream().map(Extra::feature).toList()));
        }
        if (!series.series().isEmpty()) {
            groups.add(new SeriesFeatures(series, extras));
        }
    }

    /** What series of columns say, beside the features that a table has already. */
    public static FeatureTable withSeries(FeatureTable table, SeriesPlan series, List<Extra> extras) {
        if (series.series().isEmpty()) {
            return table;
        }
        SeriesFeatures group = new SeriesFeatures(series, extras);
        List<Feature> features = new ArrayList<>(table.features());
        features.addAll(group.features());
        List<float[]> columns = new ArrayList<>(List.of(table.columns()));
        columns.addAll(List.of(filled(group, table.transactions())));
        return new FeatureTable(features, columns.toArray(float[][]::new), table.transactions());
    }

    /** How many features series of columns give. */
    public static int ofSeries(SeriesPlan series, List<Extra> extras) {
        return series.series().isEmpty()
                ? 0
                : new SeriesFeatures(series, extras).features().size();
    }

    public List<Feature> features() {
        return groups.stream().flatMap(group -> group.features().stream()).toList();
    }

    public FeatureTable build(Transactions transactions) {
        List<float[]> columns = new ArrayList<>();
        for (FeatureGroup group : groups) {
            columns.addAll(List.of(filled(group, transactions)));
        }
        return new FeatureTable(features(), columns.toArray(float[][]::new), transactions);
    }

    private static float[][] filled(FeatureGroup group, Transactions transactions) {
        float[][] into = new float[group.features().size()][transactions.size()];
        for (float[] column : into) {
            Arrays.fill(column, Float.NaN);
        }
        group.fill(transactions, into);
        return into;
    }
}
