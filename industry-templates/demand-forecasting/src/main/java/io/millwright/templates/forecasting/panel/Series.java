package io.millwright.templates.forecasting.panel;

import java.util.Arrays;
import java.util.List;

/**
 * One series on the grid of its panel.
 *
 * @param keys what names it, one text for each key column
 * @param start number of the grid's point of the first value
 * @param values oldest first, NaN where nothing is known
 * @param beside for each column that is known ahead its values from {@code start} on, as far as the file tells them, also
 *     beyond the last value; NaN where nothing is known; empty without such columns
 */
public record Series(List<String> keys, long start, double[] values, float[][] beside) {

    public Series {
        keys = List.copyOf(keys);
    }

    /** A series without anything beside it. */
    public Series(List<String> keys, long start, double[] values) {
        this(keys, start, values, new float[0][]);
    }

    /** What people call it. */
    public String title() {
        return keys.isEmpty() ? "Series" : String.join(", ", keys);
    }

    /** The point after the last value. */
    public long end() {
        return start + values.length;
    }

    /** The point after the last one that anything is known of. */
    public long told() {
        int most = values.length;
        for (float[] column : beside) {
            int last = column.length;
            while (last > most && Float.isNaN(column[last - 1])) {
                last--;
            }
            most = Math.max(most, last);
        }
        return start + most;
    }

    /** The same series without gaps. */
    public Series withValues(double[] filled) {
        return new Series(keys, start, filled, beside);
    }

    Series withColumns(List<Integer> kept) {
        return new Series(
                keys, start, values, kept.stream().map(column -> beside[column]).toArray(float[][]::new));
    }

    /** The same series, with unknown values up to a point. */
    public Series until(long point) {
        return point <= end() ? this : withValues(padded(values, 0, Math.toIntExact(point - start)));
    }

    /** What is known of both; this one where both know something. */
    public Series over(Series older) {
        long first = Math.min(start, older.start);
        // who has no value yet has no end either
        long end = Math.max(values.length == 0 ? first : end(), older.values.length == 0 ? first : older.end());
        double[] all = padded(
                older.values,
                older.values.length == 0 ? 0 : Math.toIntExact(older.start - first),
                Math.toIntExact(end - first));
        for (int at = 0; at < values.length; at++) {
            if (!Double.isNaN(values[at])) {
                all[(int) (start - first) + at] = values[at];
            }
        }
        int columns = Math.max(beside.length, older.beside.length);
        float[][] both = new float[columns][];
        for (int column = 0; column < columns; column++) {
            float[] old = column < older.beside.length ? older.beside[column] : new float[0];
            float[] own = column < beside.length ? beside[column] : new float[0];
            int length = Math.toIntExact(Math.max(start + own.length, older.start + old.length) - first);
            both[column] = new float[length];
            Arrays.fill(both[column], Float.NaN);
            System.arraycopy(old, 0, both[column], (int) (older.start - first), old.length);
            for (int at = 0; at < own.length; at++) {
                if (!Float.isNaN(own[at])) {
                    both[column][(int) (start - first) + at] = own[at];
                }
            }
        }
        return new Series(keys, first, all, both);
    }

    private static double[] padded(double[] values, int before, int length) {
        double[] all = new double[length];
        Arrays.fill(all, Double.NaN);
        System.arraycopy(values, 0, all, before, values.length);
        return all;
    }
}
