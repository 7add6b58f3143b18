package io.millwright.templates.fraud.evaluation;

import io.millwright.templates.fraud.ledger.Transactions;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Leaves out customers whose fraud is known already when they pay again: their cards are blocked, and to find them is no
 * merit. The rule is that of the Fraud Detection Handbook (Le Borgne et al. 2022): whoever had a fraud in the last days of
 * the training time, and, as the test goes on, whoever had one as many days before as labels take.
 */
final class Compromised {

    private final Transactions all;

    Compromised(Transactions all) {
        this.all = all;
    }

    /**
     * @param rows in the order of time
     * @param firstDay the first day of the rows
     * @param knownUntil the day on which the rows' known past ends, exclusive; it moves on with the rows
     * @param knownFrom the first day of the known past
     */
    int[] without(int[] rows, int firstDay, int knownFrom, int knownUntil) {
        BitSet blocked = new BitSet();
        int next = 0;
        int[] kept = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            int until = knownUntil + all.day(row) - firstDay;
            while (next < all.size() && all.hasTime(next) && all.day(next) < until) {
                if (all.day(next) >= knownFrom && all.label[next] == 1 && all.customer[next] >= 0) {
                    blocked.set(all.customer[next]);
                }
                next++;
            }
            if (all.customer[row] < 0 || !blocked.get(all.customer[row])) {
                kept[count++] = row;
            }
        }
        return Arrays.copyOf(kept, count);
    }
}
