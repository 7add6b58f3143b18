package io.millwright.templates.fraud.ledger;

import java.util.Arrays;

/** Takes out of the transactions what a model has to remember, so that a later file continues from there. */
public final class Memory {

    private Memory() {}

    /** The rows of the last days, whether they came from the file or were remembered before. */
    public static Remembered of(Transactions all, Dictionary customers, Dictionary terminals, int days) {
        int end = all.size();
        while (end > 0 && !all.hasTime(end - 1)) {
            end--;
        }
        int start = end;
        while (start > 0 && all.time[start - 1] > all.time[end - 1] - days * Transactions.DAY) {
            start--;
        }
        String[] payers = new String[end - start];
        String[] places = new String[end - start];
        for (int row = start; row < end; row++) {
            payers[row - start] = customers.name(all.customer[row]);
            places[row - start] = terminals.name(all.terminal[row]);
        }
        return new Remembered(
                Arrays.copyOfRange(all.time, start, end),
                Arrays.copyOfRange(all.amount, start, end),
                payers,
                places,
                Arrays.copyOfRange(all.label, start, end),
                Arrays.copyOfRange(all.ratio, start, end),
                Arrays.copyOfRange(all.deviation, start, end));
    }
}
