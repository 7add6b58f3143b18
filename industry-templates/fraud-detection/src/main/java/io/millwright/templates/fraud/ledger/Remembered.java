package io.millwright.templates.fraud.ledger;

/**
 * Transactions that a model remembers, in the order of time, one array per column.
 *
 * @param customer names; empty for none
 * @param terminal names; empty for none
 * @param label as in {@link Transactions#label}
 * @param ratio as derived when the transaction came
 * @param deviation as derived when the transaction came
 */
public record Remembered(
        long[] time,
        double[] amount,
        String[] customer,
        String[] terminal,
        byte[] label,
        float[] ratio,
        float[] deviation) {

    public int size() {
        return time.length;
    }

    public static Remembered nothing() {
        return new Remembered(
                new long[0], new double[0], new String[0], new String[0], new byte[0], new float[0], new float[0]);
    }
}
