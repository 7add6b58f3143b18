package io.millwright.templates.forecasting.panel;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Points of one series, in the order of the file. */
final class Grown {

    private long[] moments = new long[16];
    private double[] values = new double[16];
    private final float[][] beside;
    private int size;
    private int doubled;

    /** @param columns how many columns stand beside the values */
    Grown(int columns) {
        beside = new float[columns][16];
    }

    /** @param others what stands beside the value, NaN where nothing does */
    void add(long moment, double value, float[] others) {
        if (size == moments.length) {
            moments = Arrays.copyOf(moments, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            for (int column = 0; column < beside.length; column++) {
                beside[column] = Arrays.copyOf(beside[column], 2 * size);
            }
        }
        moments[size] = moment;
        for (int column = 0; column < beside.length; column++) {
            beside[column][size] = others[column];
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    /** Whether no value is known. */
    boolean empty() {
        return Arrays.stream(values, 0, size).allMatch(Double::isNaN);
    }

    /** Rows that were added to another row of the same step. */
    int doubled() {
        return doubled;
    }

    /** Counts distances from one moment to the next; returns the first moment. */
    long countSteps(Map<Long, Integer> counts) {
        long[] sorted = Arrays.stream(moments, 0, size).sorted().distinct().toArray();
        for (int at = 1; at < sorted.length; at++) {
            counts.merge(sorted[at] - sorted[at - 1], 1, Integer::sum);
        }
        return sorted[0];
    }

    /** The earliest moment. */
    long first() {
        return Arrays.stream(moments, 0, size).min().orElse(0);
    }

    /** Whether all values are whole numbers. */
    boolean whole() {
        return Arrays.stream(values, 0, size).allMatch(value -> Double.isNaN(value) || value == Math.rint(value));
    }

    long cells(Clock clock) {
        long low = Arrays.stream(moments, 0, size).min().orElse(0);
        long high = Arrays.stream(moments, 0, size).max().orElse(0);
        return clock.index(high) - clock.index(low) + 1;
    }

    /** From the first known value on; of a series without any, from its first row on. */
    Series on(Clock clock, List<String> keys) {
        long first = clock.index(Arrays.stream(moments, 0, size).min().orElse(0));
        int cells = Math.toIntExact(cells(clock));
        double[] grid = new double[cells];
        Arrays.fill(grid, Double.NaN);
        float[][] columns = new float[beside.length][cells];
        for (float[] column : columns) {
            Arrays.fill(column, Float.NaN);
        }
        for (int at = 0; at < size; at++) {
            int cell = (int) (clock.index(moments[at]) - first);
            if (!Double.isNaN(grid[cell]) && !Double.isNaN(values[at])) {
                grid[cell] += values[at];
                doubled++;
            } else if (!Double.isNaN(values[at])) {
                grid[cell] = values[at];
            }
            for (int column = 0; column < columns.length; column++) {
                if (!Float.isNaN(beside[column][at])) {
                    columns[column][cell] = beside[column][at];
                }
            }
        }
        int from = 0;
        while (from < cells && Double.isNaN(grid[from])) {
            from++;
        }
        from = from == cells ? 0 : from;
        int end = cells;
        while (end > from && Double.isNaN(grid[end - 1])) {
            end--;
        }
        for (int column = 0; column < columns.length; column++) {
            columns[column] = Arrays.copyOfRange(columns[column], from, cells);
        }
        return new Series(keys, first + from, Arrays.copyOfRange(grid, from, end), columns);
    }
}
