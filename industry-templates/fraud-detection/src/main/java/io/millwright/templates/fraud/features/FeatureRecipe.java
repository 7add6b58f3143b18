package io.millwright.templates.fraud.features;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the features need to know beside the transactions; kept with the model, so that scoring computes the same.
 *
 * @param windowsDays lengths of the windows over spending and frauds
 * @param delayDays how long it takes until a label is known
 * @param memoryDays how far back anything looks
 * @param memoryRows how many of a customer's transactions their usual amount is taken from, at most
 * @param unit an amount too small to matter, which keeps ratios of small amounts calm
 * @param typicalAmount what anybody pays; counts as {@link #PRIOR} earlier amounts of every customer, so that the usual of
 *     new customers is not taken from one or two payments
 * @param unusualAmount an amount above which nearly nothing genuine is; fraud above it says nothing about the terminal
 * @param calendar whether days and hours are those of a real calendar
 * @param debits whether amounts are written below 0 and read with the other sign; null of models from before that was known
 */
public record FeatureRecipe(
        List<Integer> windowsDays,
        int delayDays,
        int memoryDays,
        int memoryRows,
        double unit,
        double typicalAmount,
        double unusualAmount,
        boolean calendar,
        @Nullable Boolean debits) {

    /** Deviations above this make a fraud explained by the card, not by the terminal. */
    public static final double UNUSUAL_DEVIATION = 3;

    /** How many amounts of a new customer the typical amount stands for, and its spread relative to the usual. */
    public static final double PRIOR = 2;

    public static final double TYPICAL_SPREAD = 0.5;

    /** Days before the delay over which unexplained frauds of a terminal count. */
    public static final int UNEXPLAINED_DAYS = 21;

    /** Days over which a customer's largest earlier ratio counts. */
    public static final int LARGEST_RATIO_DAYS = 14;

    public FeatureRecipe {
        windowsDays = List.copyOf(windowsDays);
    }

    /** Whether the amounts of a file are to be read with the other sign. */
    public boolean turnsAmounts() {
        return Boolean.TRUE.equals(debits);
    }
}
