package io.millwright.templates.fraud.features;

import io.millwright.templates.fraud.ledger.Transactions;

/**
 * Walks along one terminal's transactions and knows, at each moment, what was known of the terminal then.
 *
 * <p>A fraud is <em>explained</em> when the amount was far above the card's usual or above nearly all genuine amounts:
 * then the card was stolen, and it says nothing about the terminal. The others in a row, until a genuine transaction comes,
 * are a <em>run</em>: the sign of a terminal that somebody has taken over.
 */
final class TerminalPast {

    private final FeatureRecipe recipe;
    private final Transactions all;
    private final int[] rows;
    private final long delay;
    private final int[] windowStart;
    private final int[] windowKnown;
    private final int[] windowFrauds;
    private long now;
    private int end;
    private int known;
    private int unexplainedStart;
    private int unexplained;
    private int runStart;
    private long genuine;

    TerminalPast(FeatureRecipe recipe, Transactions all, int[] rows) {
        this.recipe = recipe;
        this.all = all;
        this.rows = rows;
        delay = recipe.delayDays() * Transactions.DAY;
        windowStart = new int[recipe.windowsDays().size()];
        windowKnown = new int[windowStart.length];
        windowFrauds = new int[windowStart.length];
    }

    /** Starts a terminal whose rows are from {@code first} to before {@code last}. */
    void begin(int first, int last) {
        end = last;
        known = first;
        unexplainedStart = first;
        unexplained = 0;
        runStart = -1;
        genuine = Transactions.NO_TIME;
        for (int window = 0; window < windowStart.length; window++) {
            windowStart[window] = first;
            windowKnown[window] = 0;
            windowFrauds[window] = 0;
        }
    }

    /** Learns all that is known at this moment, which is not before the last one. */
    void advance(long moment) {
        now = moment;
        while (known < end && all.time[rows[known]] <= moment - delay) {
            learn(known++);
        }
        for (int window = 0; window < windowStart.length; window++) {
            long horizon = moment - delay - recipe.windowsDays().get(window) * Transactions.DAY;
            while (windowStart[window] < known && all.time[rows[windowStart[window]]] <= horizon) {
                int row = rows[windowStart[window]++];
                windowKnown[window] -= all.label[row] >= 0 ? 1 : 0;
                windowFrauds[window] -= all.label[row] == 1 ? 1 : 0;
            }
        }
        long horizon = moment - delay - FeatureRecipe.UNEXPLAINED_DAYS * Transactions.DAY;
        while (unexplainedStart < known && all.time[rows[unexplainedStart]] <= horizon) {
            unexplained -= unexplained(rows[unexplainedStart++]) ? 1 : 0;
        }
        forgetOldRun(moment - recipe.memoryDays() * Transactions.DAY);
    }

    int known(int window) {
        return windowKnown[window];
    }

    int frauds(int window) {
        return windowFrauds[window];
    }

    int unexplained() {
        return unexplained;
    }

    /** NaN outside a run. */
    double runAgeDays() {
        return runStart < 0 ? Double.NaN : days(all.time[rows[runStart]]);
    }

    /** NaN outside a run and where no genuine transaction is remembered. */
    double sinceGenuineDays() {
        return runStart < 0 || genuine == Transactions.NO_TIME ? Double.NaN : days(genuine);
    }

    private double days(long since) {
        return (double) (now - since) / Transactions.DAY;
    }

    private void learn(int at) {
        int row = rows[at];
        for (int window = 0; window < windowStart.length; window++) {
            windowKnown[window] += all.label[row] >= 0 ? 1 : 0;
            windowFrauds[window] += all.label[row] == 1 ? 1 : 0;
        }
        if (all.label[row] == 0) {
            genuine = all.time[row];
            runStart = -1;
        } else if (unexplained(row)) {
            unexplained++;
            runStart = runStart < 0 ? at : runStart;
        }
    }

    private void forgetOldRun(long horizon) {
        while (runStart >= 0 && all.time[rows[runStart]] <= horizon) {
            runStart++;
            while (runStart < known && !unexplained(rows[runStart])) {
                runStart++;
            }
            runStart = runStart >= known ? -1 : runStart;
        }
        if (genuine != Transactions.NO_TIME && genuine <= horizon) {
            genuine = Transactions.NO_TIME;
        }
    }

    private boolean unexplained(int row) {
        return all.label[row] == 1
                && !(all.deviation[row] > FeatureRecipe.UNUSUAL_DEVIATION)
                && !(all.amount[row] > recipe.unusualAmount());
    }
}
