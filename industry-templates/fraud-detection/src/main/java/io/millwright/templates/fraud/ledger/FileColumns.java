package io.millwright.templates.fraud.ledger;

import java.util.Arrays;

/** The columns of a file as read, in the order of the file, growing row by row. */
final class FileColumns {

    int size;
    long[] time;
    double[] amount;
    int[] customer;
    int[] terminal;
    byte[] label;
    final float[][] extras;

    FileColumns(int capacity, int extraColumns) {
        time = new long[capacity];
        amount = new double[capacity];
        customer = new int[capacity];
        terminal = new int[capacity];
        label = new byte[capacity];
        extras = new float[extraColumns][capacity];
    }

    void reserve() {
        if (size < time.length) {
            return;
        }
        int capacity = Math.max(16, size + size / 2);
        time = Arrays.copyOf(time, capacity);
        amount = Arrays.copyOf(amount, capacity);
        customer = Arrays.copyOf(customer, capacity);
        terminal = Arrays.copyOf(terminal, capacity);
        label = Arrays.copyOf(label, capacity);
        for (int column = 0; column < extras.length; column++) {
            extras[column] = Arrays.copyOf(extras[column], capacity);
        }
    }
}
