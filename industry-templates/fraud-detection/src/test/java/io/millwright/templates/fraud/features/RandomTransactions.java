package io.millwright.templates.fraud.features;

import io.millwright.templates.fraud.ledger.Transactions;
import java.util.Arrays;
import java.util.Random;

/** Small tables of every kind: ties in time, missing values, unknown labels, entities of one row and of many. */
final class RandomTransactions {

    private RandomTransactions() {}

    static Transactions of(long seed, int rows, int days) {
        Random random = new Random(seed);
        long[] times = new long[rows];
        for (int row = 0; row < rows; row++) {
            // Steps of six hours, so that windows end exactly on transactions and moments coincide.
            times[row] = 17_000 * Transactions.DAY + random.nextInt(days * 4) * (Transactions.DAY / 4);
        }
        Arrays.sort(times);
        Transactions all = new Transactions(rows, new float[0][]);
        for (int row = 0; row < rows; row++) {
            all.time[row] = times[row];
            all.fileRow[row] = row;
            all.amount[row] = random.nextInt(15) == 0 ? Double.NaN : Math.round(random.nextDouble() * 10_000) / 100.0;
            all.amount[row] *= random.nextInt(12) == 0 ? 9 : 1;
            all.customer[row] = random.nextInt(20) == 0 ? Transactions.NOBODY : random.nextInt(4);
            all.terminal[row] = random.nextInt(20) == 0 ? Transactions.NOBODY : random.nextInt(5);
            all.label[row] = (byte) (random.nextInt(8) == 0 ? -1 : random.nextInt(3) == 0 ? 1 : 0);
        }
        return all;
    }
}
