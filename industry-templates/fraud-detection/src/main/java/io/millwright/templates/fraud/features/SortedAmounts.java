package io.millwright.templates.fraud.features;

import java.util.Arrays;

/** The amounts of a sliding window, kept in order, for medians and robust means. */
final class SortedAmounts {

    private double[] values = new double[64];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        int at = position(value);
        System.arraycopy(values, at, values, at + 1, size - at);
        values[at] = value;
        size++;
    }

    void remove(double value) {
        int at = position(value);
        size--;
        System.arraycopy(values, at + 1, values, at, size - at);
    }

    double median() {
        return size % 2 == 1 ? values[size / 2] : (values[size / 2 - 1] + values[size / 2]) / 2;
    }

    /** How many amounts are at most {@code limit}. */
    int count(double limit) {
        int count = size;
        while (count > 0 && values[count - 1] > limit) {
            count--;
        }
        return count;
    }

    /** Sum of the smallest {@code count} amounts. */
    double sum(int count) {
        double sum = 0;
        for (int at = 0; at < count; at++) {
            sum += values[at];
        }
        return sum;
    }

    /** Squared distances of the smallest {@code count} amounts from {@code mean}, added up. */
    double squares(int count, double mean) {
        double sum = 0;
        for (int at = 0; at < count; at++) {
            double distance = values[at] - mean;
            sum += distance * distance;
        }
        return sum;
    }

    private int position(double value) {
        int at = Arrays.binarySearch(values, 0, size, value);
        return at >= 0 ? at : -at - 1;
    }
}
