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

    double largest() {
        return values[size - 1];
    }

    /** Mean of the amounts that are at most {@code limit}. */
    double mean(double limit) {
        double sum = 0;
        int count = 0;
        while (count < size && values[count] <= limit) {
            sum += values[count++];
        }
        return sum / count;
    }

    /** Standard deviation around {@code mean} of the amounts that are at most {@code limit}. */
    double deviation(double limit, double mean) {
        double sum = 0;
        int count = 0;
        while (count < size && values[count] <= limit) {
            double distance = values[count++] - mean;
            sum += distance * distance;
        }
        return Math.sqrt(sum / count);
    }

    private int position(double value) {
        int at = Arrays.binarySearch(values, 0, size, value);
        return at >= 0 ? at : -at - 1;
    }
}
