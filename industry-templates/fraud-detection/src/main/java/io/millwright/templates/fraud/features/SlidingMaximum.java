package io.millwright.templates.fraud.features;

import java.util.Arrays;

/** The largest value among the rows of a sliding window of time, each row looked at twice at most. */
final class SlidingMaximum {

    private final long[] time;
    private final float[] value;
    private int[] candidates = new int[64];
    private int first;
    private int end;

    SlidingMaximum(long[] time, float[] value) {
        this.time = time;
        this.value = value;
    }

    void clear() {
        first = 0;
        end = 0;
    }

    /** Adds a row that is not before the last one; missing values do not count. */
    void add(int row) {
        if (Float.isNaN(value[row])) {
            return;
        }
        while (end > first && value[candidates[end - 1]] <= value[row]) {
            end--;
        }
        if (end == candidates.length) {
            candidates = Arrays.copyOf(candidates, end * 2);
        }
        candidates[end++] = row;
    }

    /** The largest value after this moment, which never falls from call to call; NaN when there is none. */
    float since(long moment) {
        while (first < end && time[candidates[first]] <= moment) {
            first++;
        }
        return first < end ? value[candidates[first]] : Float.NaN;
    }
}
