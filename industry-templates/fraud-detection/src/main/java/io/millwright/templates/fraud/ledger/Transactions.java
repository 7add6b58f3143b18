package io.millwright.templates.fraud.ledger;

import java.util.Arrays;

/**
 * Transactions in the order of time, one array per column. Rows without a time come last and belong to no entity.
 *
 * <p>Transactions that a model remembers from before come with what was derived from them then, because the rows that
 * it was derived from may be gone.
 */
public final class Transactions {

    /** No moment, and no entity's number. */
    public static final long NO_TIME = Long.MIN_VALUE;

    public static final int NOBODY = -1;
    public static final byte UNKNOWN = -1;
    public static final long DAY = 86_400_000_000L;

    private final int size;
    /** Microseconds since 1970, or {@link #NO_TIME}. */
    public final long[] time;
    /** NaN where missing. */
    public final double[] amount;
    /** The payer's number, or {@link #NOBODY}. */
    public final int[] customer;
    /** The payer's number where there is no time, too, so that splits can keep a payer together; else like {@link #customer}. */
    public final int[] owner;

    /** The place's number, or {@link #NOBODY}. */
    public final int[] terminal;
    /** 1 fraud, 0 genuine, or {@link #UNKNOWN}. */
    public final byte[] label;
    /** The row in the file, from 0; -1 for a remembered transaction. */
    public final int[] fileRow;
    /** Amount over the customer's usual; given for remembered rows, else filled by the features. */
    public final float[] ratio;
    /** Deviation from the customer's usual; given for remembered rows, else filled by the features. */
    public final float[] deviation;
    /** Further columns of the file by column, then by row of the file. */
    public final float[][] extras;

    public Transactions(int size, float[][] extras) {
        this.size = size;
        this.extras = extras;
        time = new long[size];
        amount = new double[size];
        customer = new int[size];
        owner = new int[size];
        terminal = new int[size];
        label = new byte[size];
        fileRow = new int[size];
        ratio = new float[size];
        deviation = new float[size];
        Arrays.fill(ratio, Float.NaN);
        Arrays.fill(deviation, Float.NaN);
    }

    public int size() {
        return size;
    }

    public boolean remembered(int row) {
        return fileRow[row] < 0;
    }

    public boolean hasTime(int row) {
        return time[row] != NO_TIME;
    }

    /** The day of a row, counted from 1970-01-01. */
    public int day(int row) {
        return (int) Math.floorDiv(time[row], DAY);
    }
}
