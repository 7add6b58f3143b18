package io.millwright.templates.learning.metrics;

/** Orders rows by a figure without an object per row. */
public final class Order {

    private Order() {}

    /** Row numbers by falling value; equal values keep the order of the rows; NaN comes last. */
    public static int[] descending(double[] values) {
        double[] negated = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            negated[row] = -values[row];
        }
        return ascending(negated);
    }

    /** Row numbers by rising value; equal values keep the order of the rows; NaN comes last. */
    public static int[] ascending(double[] values) {
        long[] keys = new long[values.length];
        for (int row = 0; row < values.length; row++) {
            keys[row] = sortable(values[row] + 0.0);
        }
        return ascending(keys);
    }

    /** Row numbers by rising value; equal values keep the order of the rows. */
    public static int[] ascending(long[] values) {
        int[] order = new int[values.length];
        for (int row = 0; row < order.length; row++) {
            order[row] = row;
        }
        mergeSort(order, order.clone(), values, 0, order.length);
        return order;
    }

    private static void mergeSort(int[] into, int[] from, long[] keys, int start, int end) {
        if (end - start < 2) {
            return;
        }
        int middle = (start + end) >>> 1;
        mergeSort(from, into, keys, start, middle);
        mergeSort(from, into, keys, middle, end);
        if (keys[from[middle - 1]] <= keys[from[middle]]) {
            System.arraycopy(from, start, into, start, end - start);
            return;
        }
        int left = start;
        int right = middle;
        for (int at = start; at < end; at++) {
            boolean takeLeft = right >= end || (left < middle && keys[from[left]] <= keys[from[right]]);
            into[at] = takeLeft ? from[left++] : from[right++];
        }
    }

    /** A long that compares as the double does, NaN above all. */
    private static long sortable(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }
}
