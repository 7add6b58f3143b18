package io.millwright.templates.forecasting.panel;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Points of one series, in the order of the file. */
final class Grown {

    private long[] moments = new long[16];
    private double[] values = new double[16];
    private int size;
    private int doubled;

    void add(long moment, double value) {
        if (size == moments.length) {
            moments = Arrays.copyOf(moments, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        moments[size] = moment;
        values[size++] = value;
    }

    int size() {
        return size;
    }

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

    long cells(Clock clock) {
        long low = Arrays.stream(moments, 0, size).min().orElse(0);
        long high = Arrays.stream(moments, 0, size).max().orElse(0);
        return clock.index(high) - clock.index(low) + 1;
    }

    Series on(Clock clock, List<String> keys) {
        long first = clock.index(Arrays.stream(moments, 0, size).min().orElse(0));
        double[] grid = new double[Math.toIntExact(cells(clock))];
        Arrays.fill(grid, Double.NaN);
        for (int at = 0; at < size; at++) {
            int cell = (int) (clock.index(moments[at]) - first);
            if (!Double.isNaN(grid[cell]) && !Double.isNaN(values[at])) {
                grid[cell] += values[at];
                doubled++;
            } else if (!Double.isNaN(values[at])) {
                grid[cell] = values[at];
            }
        }
        int end = grid.length;
        while (end > 1 && Double.isNaN(grid[end - 1])) {
            end--;
        }
        return new Series(keys, first, Arrays.copyOf(grid, end));
    }
}
