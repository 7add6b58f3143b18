package io.millwright.templates.fraud.ledger;

/**
 * Payments written as what leaves an account, below 0. They are read with the other sign, so that a larger payment is a larger
 * amount; the few credits among them are below 0 then.
 */
public final class Debits {

    private Debits() {}

    /** Turns the amounts when more than half of those known are below 0, and tells whether it did. */
    public static boolean turnWhereMost(Transactions all) {
        int known = 0;
        int below = 0;
        for (double amount : all.amount) {
            known += Double.isNaN(amount) ? 0 : 1;
            below += amount < 0 ? 1 : 0;
        }
        boolean most = 2 * below > known;
        if (most) {
            turn(all);
        }
        return most;
    }

    /** Turns the amounts of the file; those remembered were turned when they came. */
    public static void turn(Transactions all) {
        for (int row = 0; row < all.size(); row++) {
            if (!all.remembered(row)) {
                all.amount[row] = 0 - all.amount[row];
            }
        }
    }
}
