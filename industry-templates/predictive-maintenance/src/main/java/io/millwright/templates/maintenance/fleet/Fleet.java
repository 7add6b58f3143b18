package io.millwright.templates.maintenance.fleet;

import java.util.Arrays;
import java.util.List;

/**
 * Rows in memory, machine by machine, each in the order of time.
 *
 * @param assets names of the machines, in the order of their first rows
 * @param start for each machine its first row here; one entry more, the number of rows
 * @param time of each row, in {@link TimeUnit}
 * @param settings for each setting, and after them for each mode, the value of each row; NaN is missing
 * @param sensors for each sensor the value of each row; NaN is missing
 * @param source for each row its position in the file
 * @param unit what time is counted in
 */
public record Fleet(
        List<String> assets,
        int[] start,
        double[] time,
        float[][] settings,
        float[][] sensors,
        int[] source,
        TimeUnit unit) {

    private static final double HOURS_A_DAY = 24;

    /** What the time of a file is counted in. */
    public enum TimeUnit {
        CYCLES("cycles"),
        HOURS("hours"),
        DAYS("days"),
        ROWS("rows");

        private final String word;

        TimeUnit(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public int size() {
        return assets.size();
    }

    public int rows() {
        return time.length;
    }

    public int first(int asset) {
        return start[asset];
    }

    /** One after the machine's last row. */
    public int end(int asset) {
        return start[asset + 1];
    }

    /** The machine that a row is of. */
    public int assetOf(int row) {
        int found = Arrays.binarySearch(start, row);
        if (found < 0) {
            return -found - 2;
        }
        // machines without rows begin where the next one does
        while (end(found) == first(found)) {
            found++;
        }
        return found;
    }

    /** How long a machine was watched. */
    public double span(int asset) {
        return end(asset) == first(asset) ? 0 : time[end(asset) - 1] - time[first(asset)];
    }

    /** Half of the machines were watched at least so long. */
    public double medianSpan() {
        double[] spans = java.util.stream.IntStream.range(0, size())
                .mapToDouble(this::span)
                .sorted()
                .toArray();
        return spans[spans.length / 2];
    }

    /** Whether times are finer than days. */
    boolean hasTimesOfDay() {
        return Arrays.stream(time).anyMatch(moment -> moment != Math.rint(moment));
    }

    /** The same with its days counted in hours. */
    Fleet inHours() {
        double[] hours = Arrays.stream(time).map(day -> HOURS_A_DAY * day).toArray();
        return new Fleet(assets, start, hours, settings, sensors, source, TimeUnit.HOURS);
    }

    /** Half of the machines have at least so many rows. */
    public int medianRows() {
        int[] counts = java.util.stream.IntStream.range(0, size())
                .map(asset -> end(asset) - first(asset))
                .sorted()
                .toArray();
        return counts[counts.length / 2];
    }
}
