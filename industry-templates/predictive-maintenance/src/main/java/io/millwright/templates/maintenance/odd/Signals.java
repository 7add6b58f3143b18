package io.millwright.templates.maintenance.odd;

import java.util.Arrays;

/**
 * All signs of all channels along a stretch of rows of one machine, each from the past only.
 *
 * @param values for each sign and channel, at {@code sign * channels + channel}, the value in each row
 */
record Signals(float[][] values) {

    static final int SHORT = 10;
    static final int LONG = 60;
    static final int STILL = 20;

    /** Rows before a stretch that its first rows look back on. */
    static final int WARM_UP = LONG;

    /** Spreads beyond this count no more in means over a while. */
    private static final double MOST_IN_MEAN = 3;

    /** A channel that moves less than this share of its usual movement does not move. */
    private static final double NO_MOVEMENT = 1e-3;

    /**
     * @param channels for each channel its values
     * @param condition of each row
     * @param movement usual movement of each channel; 0 where standing still is usual
     */
    static Signals of(
            float[][] channels, int[] condition, RobustScaling scaling, Relations relations, double[] movement) {
        int count = channels.length;
        int rows = condition.length;
        float[][] values = new float[Sign.values().length * count][rows];
        double[] row = new double[count];
        double[] residuals = new double[count];
        for (int at = 0; at < rows; at++) {
            for (int channel = 0; channel < count; channel++) {
                row[channel] = scaling.scaled(channel, condition[at], channels[channel][at]);
            }
            relations.residuals(row, residuals);
            for (int channel = 0; channel < count; channel++) {
                float level = Double.isNaN(row[channel]) ? 0 : (float) row[channel];
                values[Sign.LEVEL.ordinal() * count + channel][at] = level;
                values[Sign.RELATION.ordinal() * count + channel][at] = (float) residuals[channel];
            }
        }
        for (int channel = 0; channel < count; channel++) {
            for (Sign sign : Sign.values()) {
                float[] into = values[sign.ordinal() * count + channel];
                if (sign == Sign.STUCK) {
                    stillness(channels[channel], movement(channels[channel]), movement[channel], into);
                } else if (sign.window() > 1) {
                    Sign source = sign.isRelation() ? Sign.RELATION : Sign.LEVEL;
                    means(values[source.ordinal() * count + channel], sign.window(), into);
                }
            }
        }
        return new Signals(values);
    }

    /** Standard deviation of the latest values; NaN where there are too few or one is missing. */
    static double[] movement(float[] values) {
        double[] moved = new double[values.length];
        Arrays.fill(moved, Double.NaN);
        for (int at = STILL - 1; at < values.length; at++) {
            double mean = 0;
            for (int back = 0; back < STILL; back++) {
                mean += values[at - back] / STILL;
            }
            double square = 0;
            for (int back = 0; back < STILL; back++) {
                square += (values[at - back] - mean) * (values[at - back] - mean) / STILL;
            }
            moved[at] = Math.sqrt(square);
        }
        return moved;
    }

    private static void stillness(float[] values, double[] moved, double usual, float[] into) {
        for (int at = 0; at < values.length; at++) {
            into[at] = usual > 0 && !Double.isNaN(moved[at])
                    ? (float) Math.max(0, -Math.log(Math.max(moved[at] / usual, NO_MOVEMENT)))
                    : 0;
        }
    }

    /** Means of the latest values, times the root of their number, so that noise keeps its size; a single spike hardly counts. */
    private static void means(float[] values, int window, float[] into) {
        double sum = 0;
        for (int at = 0; at < values.length; at++) {
            sum += Math.clamp(values[at], -MOST_IN_MEAN, MOST_IN_MEAN);
            if (at >= window) {
                sum -= Math.clamp(values[at - window], -MOST_IN_MEAN, MOST_IN_MEAN);
            }
            into[at] = (float) (sum / Math.sqrt(window));
        }
    }
}
