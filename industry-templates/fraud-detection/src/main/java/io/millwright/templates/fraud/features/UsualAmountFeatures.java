package io.millwright.templates.fraud.features;

import io.millwright.templates.fraud.ledger.ByEntity;
import io.millwright.templates.fraud.ledger.Transactions;
import java.util.List;

/**
 * The amount against what is usual for the customer, from earlier transactions only. The usual is a robust mean: of the
 * earlier amounts that are at most three times their median, so that an earlier fraud does not count as usual.
 *
 * <p>Fills {@link Transactions#ratio} and {@link Transactions#deviation} on the way, which later features use.
 */
final class UsualAmountFeatures implements FeatureGroup {

    private static final double ROBUST = 3;

    private final FeatureRecipe recipe;

    UsualAmountFeatures(FeatureRecipe recipe) {
        this.recipe = recipe;
    }

    @Override
    public List<Feature> features() {
        return List.of(
                new Feature(
                        "amountRatio",
                        "Amount over the customer's usual",
                        "amount",
                        value -> "amount " + Words.figure(value) + " x this customer's usual"),
                new Feature(
                        "amountDeviation",
                        "Deviation from the customer's usual",
                        "amount",
                        value -> "amount " + Words.figure(Math.abs(value)) + " standard deviations "
                                + (value >= 0 ? "above" : "below") + " this customer's usual"),
                new Feature(
                        "amountScore",
                        "Deviation from the customer's mean",
                        "amount",
                        value -> "amount " + Words.figure(Math.abs(value)) + " standard deviations "
                                + (value >= 0 ? "above" : "below") + " this customer's mean"),
                new Feature(
                        "largestRatio",
                        "Largest earlier ratio, " + FeatureRecipe.LARGEST_RATIO_DAYS + " d",
                        "earlier amounts",
                        value -> "customer paid " + Words.figure(value) + " x the usual within the last "
                                + FeatureRecipe.LARGEST_RATIO_DAYS + " days"));
    }

    @Override
    public void fill(Transactions all, float[][] into) {
        ByEntity customers = ByEntity.of(all.customer);
        SortedAmounts window = new SortedAmounts();
        SlidingMaximum ratios = new SlidingMaximum(all.time, all.ratio);
        for (int customer = 0; customer < customers.entities(); customer++) {
            int start = customers.start()[customer];
            int end = customers.start()[customer + 1];
            window.clear();
            ratios.clear();
            int oldest = start;
            for (int at = start; at < end; at++) {
                int row = customers.rows()[at];
                oldest = forget(all, customers.rows(), window, oldest, at);
                judge(all, row, window, into);
                into[3][row] = ratios.since(all.time[row] - FeatureRecipe.LARGEST_RATIO_DAYS * Transactions.DAY);
                ratios.add(row);
                if (!Double.isNaN(all.amount[row])) {
                    window.add(all.amount[row]);
                }
            }
        }
    }

    private int forget(Transactions all, int[] rows, SortedAmounts window, int oldest, int at) {
        long horizon = all.time[rows[at]] - recipe.memoryDays() * Transactions.DAY;
        int first = oldest;
        while (first < at && (all.time[rows[first]] <= horizon || at - first > recipe.memoryRows())) {
            double gone = all.amount[rows[first++]];
            if (!Double.isNaN(gone)) {
                window.remove(gone);
            }
        }
        return first;
    }

    private void judge(Transactions all, int row, SortedAmounts window, float[][] into) {
        double amount = all.amount[row];
        into[2][row] = (float) deviation(amount, window, window.size());
        if (!all.remembered(row)) {
            int ordinary = window.size() == 0 ? 0 : window.count(ROBUST * Math.max(window.median(), 0));
            double base = usual(window, ordinary) + recipe.unit();
            // where credits outweigh debits there is no usual to compare with
            all.ratio[row] = base > 0 ? (float) (amount / base) : Float.NaN;
            all.deviation[row] = (float) deviation(amount, window, ordinary);
        }
        into[0][row] = all.ratio[row];
        into[1][row] = all.deviation[row];
    }

    /** Mean of the smallest amounts, the typical amount counted in. */
    private double usual(SortedAmounts window, int count) {
        return (window.sum(count) + FeatureRecipe.PRIOR * recipe.typicalAmount()) / (count + FeatureRecipe.PRIOR);
    }

    private double deviation(double amount, SortedAmounts window, int count) {
        double usual = usual(window, count);
        double prior = FeatureRecipe.TYPICAL_SPREAD * usual;
        double variance =
                (window.squares(count, usual) + FeatureRecipe.PRIOR * prior * prior) / (count + FeatureRecipe.PRIOR);
        return (amount - usual) / (Math.sqrt(variance) + recipe.unit());
    }
}
