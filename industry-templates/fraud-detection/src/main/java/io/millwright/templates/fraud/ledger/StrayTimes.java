package io.millwright.templates.fraud.ledger;

import java.util.Arrays;

/**
 * Finds times so far before or after all others that they are typing errors or stand for something else, such as 1970-01-01
 * or 2099-12-31: apart from nearly all others by more than these span, and by more than a year. One of them would otherwise be
 * the newest day that a model learns from and remembers.
 */
final class StrayTimes {

    private static final long YEAR = 366 * Transactions.DAY;
    /** One in so many may be a stray at either end. */
    private static final int ONE_IN = 1_000;

    private static final int ONE_IN_FEW = 100;
    private static final int FEW = 2;

    private StrayTimes() {}

    /** Makes unknown what strays among the first {@code size} times, and tells how many that are. */
    static int forget(long[] times, int size) {
        long[] known = Arrays.stream(times, 0, size)
                .filter(time -> time != Transactions.NO_TIME)
                .sorted()
                .toArray();
        int ends = Math.max(known.length / ONE_IN, Math.min(FEW, known.length / ONE_IN_FEW));
        if (ends == 0) {
            return 0;
        }
        long low = known[ends];
        long high = known[known.length - 1 - ends];
        long apart = Math.max(high - low, YEAR);
        int strays = 0;
        for (int row = 0; row < size; row++) {
            boolean timed = times[row] != Transactions.NO_TIME;
            if (timed && (times[row] < low - apart || times[row] > high + apart)) {
                times[row] = Transactions.NO_TIME;
                strays++;
            }
        }
        return strays;
    }
}
