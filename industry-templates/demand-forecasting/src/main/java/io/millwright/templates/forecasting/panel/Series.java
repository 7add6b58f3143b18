package io.millwright.templates.forecasting.panel;

import java.util.List;

/**
 * One series on the grid of its panel.
 *
 * @param keys what names it, one text for each key column
 * @param start number of the grid's point of the first value
 * @param values oldest first, NaN where nothing is known
 */
public record Series(List<String> keys, long start, double[] values) {

    public Series {
        keys = List.copyOf(keys);
    }

    /** What people call it. */
    public String title() {
        return keys.isEmpty() ? "Series" : String.join(", ", keys);
    }

    /** The point after the last value. */
    public long end() {
        return start + values.length;
    }

    /** The same series without gaps. */
    public Series withValues(double[] filled) {
        return new Series(keys, start, filled);
    }

    /** What is known of both; this one where both know something. */
    public Series over(Series older) {
        long first = Math.min(start, older.start);
        long last = Math.max(end(), older.end());
        double[] all = new double[Math.toIntExact(last - first)];
        java.util.Arrays.fill(all, Double.NaN);
        System.arraycopy(older.values, 0, all, (int) (older.start - first), older.values.length);
        for (int at = 0; at < values.length; at++) {
            if (!Double.isNaN(values[at])) {
                all[(int) (start - first) + at] = values[at];
            }
        }
        return new Series(keys, first, all);
    }
}
