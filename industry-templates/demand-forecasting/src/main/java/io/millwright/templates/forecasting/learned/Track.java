package io.millwright.templates.forecasting.learned;

import io.millwright.templates.forecasting.panel.Series;
import java.util.Arrays;

/** One series as the trees see it: what was seen up to a moment, and what is known at every step. */
final class Track {

    private static final double LEAST_UNIT = 0.25;

    final long start;
    final int[] codes;
    /** By cell, NaN where nothing is known. */
    final double[] measured;
    /** By input and cell, also of steps ahead. */
    final float[][] inputs;
    /** By input what never changes; NaN where it does. */
    private final float[] constants;

    private final int[] seen;
    private final int[] before;
    private final double[] sum;
    private final double[] squares;
    private final double[] sizes;
    private final int[] demands;
    private final int level;
    /** Cells with a value around holidays, in their order. */
    final int[] near;

    private final boolean shares;

    Track(Series series, Shape shape) {
        start = series.start();
        codes = shape.codes(series.keys());
        double[] values = series.values();
        measured = new double[values.length];
        before = new int[values.length + 1];
        int[] cells = new int[values.length];
        int count = 0;
        for (int cell = 0; cell < values.length; cell++) {
            before[cell] = count;
            boolean known = !Double.isNaN(values[cell]) && (shape.measure() != Measure.LOGARITHM || values[cell] > 0);
            measured[cell] = known ? shape.measure().of(values[cell]) : Double.NaN;
            if (known) {
                cells[count++] = cell;
            }
        }
        before[values.length] = count;
        seen = Arrays.copyOf(cells, count);
        sum = new double[count + 1];
        squares = new double[count + 1];
        sizes = new double[count + 1];
        demands = new int[count + 1];
        for (int at = 0; at < count; at++) {
            double value = measured[seen[at]];
            sum[at + 1] = sum[at] + value;
            squares[at + 1] = squares[at] + value * value;
            sizes[at + 1] = sizes[at] + Math.abs(value);
            demands[at + 1] = demands[at] + (value == 0 ? 0 : 1);
        }
        inputs = shape.inputs().stream()
                .map(input -> input.of(series.beside(), codes))
                .toArray(float[][]::new);
        constants = new float[inputs.length];
        for (int input = 0; input < inputs.length; input++) {
            constants[input] = shape.inputs().get(input).fixed() ? first(inputs[input]) : Float.NaN;
        }
        level = shape.level();
        shares = shape.measure() == Measure.SHARE;
        near = near(shape);
    }

    int length() {
        return measured.length;
    }

    /** How many values are known before a cell. */
    int count(int now) {
        return before[Math.clamp(now, 0, measured.length)];
    }

    /** The cell of a value that was seen, by its number. */
    int cell(int number) {
        return seen[number];
    }

    double value(int number) {
        return measured[seen[number]];
    }

    /** The mean of the last so many of the first {@code count} values; NaN without any. */
    double mean(int count, int window) {
        int from = Math.max(0, count - window);
        return count == 0 ? Double.NaN : (sum[count] - sum[from]) / (count - from);
    }

    double deviation(int count, int window) {
        int from = Math.max(0, count - window);
        if (count - from < 2) {
            return Double.NaN;
        }
        double mean = (sum[count] - sum[from]) / (count - from);
        return Math.sqrt(Math.max(0, (squares[count] - squares[from]) / (count - from) - mean * mean));
    }

    double level(int count) {
        return mean(count, level);
    }

    /**
     * What distances from the level are measured in: the recent mean size, but at least some of what a value that is not zero
     * usually is, so that rare demands are not large; 0 before the first such value.
     */
    double unit(int count) {
        if (!shares) {
            return 1;
        }
        int from = Math.max(0, count - level);
        double recent = count == 0 ? 0 : (sizes[count] - sizes[from]) / (count - from);
        double usual = demands[count] == 0 ? 0 : sizes[count] / demands[count];
        return Math.max(recent, LEAST_UNIT * usual);
    }

    /** What is known of an input at a cell; NaN where nothing is. */
    float input(int input, int cell) {
        float[] values = inputs[input];
        if (!Float.isNaN(constants[input])) {
            return constants[input];
        }
        return cell < 0 || cell >= values.length ? Float.NaN : values[cell];
    }

    /** The cells with a value around holidays. */
    private int[] near(Shape shape) {
        HolidayInputs holidays = shape.holidays();
        if (holidays == null || holidays.day() == 0) {
            return new int[0];
        }
        int away = shape.input(holidays.away());
        return Arrays.stream(seen)
                .filter(cell -> !Float.isNaN(input(away, cell)))
                .toArray();
    }

    private static float first(float[] values) {
        for (float value : values) {
            if (!Float.isNaN(value)) {
                return value;
            }
        }
        return Float.NaN;
    }
}
