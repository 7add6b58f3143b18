package io.millwright.templates.maintenance.odd;

import java.util.Arrays;

/**
 * What is normal: the usual level and spread of each channel under each condition, how channels go together, how much they move,
 * and how large each sign gets without anything being odd.
 *
 * @param usual for each sign and channel what it hardly ever exceeds
 */
record NormalState(RobustScaling scaling, Relations relations, double[] movement, double[] usual) {

    /** Rows on which signs are measured, in stretches. */
    private static final int STRETCH = 400;

    private static final int STRETCHES = 60;

    /** Sign sizes between these quantiles show how fast they get rarer. */
    private static final double HIGH = 0.99;

    private static final double MEDIUM = 0.9;

    /**
     * Learns from some rows.
     *
     * @param channels for each channel its value in each row of the fleet
     * @param stretches first rows and ends of what is learnt from, each of one machine
     */
    static NormalState of(float[][] channels, int[] condition, int conditions, int[][] stretches) {
        int[] rows = Arrays.stream(stretches)
                .flatMapToInt(stretch -> java.util.stream.IntStream.range(stretch[0], stretch[1]))
                .toArray();
        RobustScaling scaling = RobustScaling.of(channels, condition, conditions, rows);
        int step = Math.max(1, rows.length / Relations.MOST_ROWS);
        double[][] scaled = new double[channels.length][rows.length / step];
        for (int channel = 0; channel < channels.length; channel++) {
            for (int at = 0; at < scaled[channel].length; at++) {
                int row = rows[at * step];
                scaled[channel][at] = scaling.scaled(channel, condition[row], channels[channel][row]);
            }
        }
        Relations relations = Relations.of(scaled);
        double[] movement = new double[channels.length];
        int[][] looked = looked(stretches);
        for (int channel = 0; channel < channels.length; channel++) {
            movement[channel] = movement(channels[channel], looked);
        }
        NormalState raw = new NormalState(scaling, relations, movement, new double[0]);
        return new NormalState(scaling, relations, movement, raw.sizes(channels, condition, looked));
    }

    /** Some short stretches of the whole, evenly spread. */
    private static int[][] looked(int[][] stretches) {
        long rows =
                Arrays.stream(stretches).mapToLong(each -> each[1] - each[0]).sum();
        long apart = Math.max(STRETCH, rows / STRETCHES);
        java.util.List<int[]> looked = new java.util.ArrayList<>();
        for (int[] stretch : stretches) {
            for (long from = stretch[0]; from < stretch[1]; from += apart) {
                looked.add(new int[] {(int) from, (int) Math.min(stretch[1], from + STRETCH)});
            }
        }
        return looked.toArray(int[][]::new);
    }

    /** Median movement; 0 where a channel often stands still by itself. */
    private static double movement(float[] channel, int[][] stretches) {
        double[] moved = Arrays.stream(stretches)
                .map(stretch -> Signals.movement(Arrays.copyOfRange(channel, stretch[0], stretch[1])))
                .flatMapToDouble(Arrays::stream)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (moved.length == 0) {
            return 0;
        }
        double median = moved[moved.length / 2];
        // a channel that stands still now and then cannot be called stuck
        return moved[moved.length / 100] > 0.02 * median ? median : 0;
    }

    private double[] sizes(float[][] channels, int[] condition, int[][] stretches) {
        int signs = Sign.values().length * channels.length;
        double[][] found = new double[signs][];
        int rows = Arrays.stream(stretches).mapToInt(each -> each[1] - each[0]).sum();
        for (int sign = 0; sign < signs; sign++) {
            found[sign] = new double[rows];
        }
        int filled = 0;
        for (int[] stretch : stretches) {
            Signals signals = signals(channels, condition, stretch[0], stretch[1], stretch[0]);
            int length = stretch[1] - stretch[0];
            for (int sign = 0; sign < signs; sign++) {
                for (int at = 0; at < length; at++) {
                    found[sign][filled + at] = Math.abs(signals.values()[sign][at]);
                }
            }
            filled += length;
        }
        double[] sizes = new double[signs];
        for (int sign = 0; sign < signs; sign++) {
            Arrays.sort(found[sign]);
            double high = found[sign][(int) (HIGH * (rows - 1))];
            double medium = found[sign][(int) (MEDIUM * (rows - 1))];
            // a tenfold rarer size, as in an exponential tail
            sizes[sign] = Math.max(LEAST, high + (high - medium));
        }
        return sizes;
    }

    /** Signs smaller than this are nothing. */
    private static final double LEAST = 0.5;

    /** Signals of rows of one machine, which may look back as far as a first row. */
    Signals signals(float[][] channels, int[] condition, int from, int to, int first) {
        int start = Math.max(first, from - Signals.WARM_UP);
        float[][] part = new float[channels.length][];
        for (int channel = 0; channel < part.length; channel++) {
            part[channel] = Arrays.copyOfRange(channels[channel], start, to);
        }
        Signals signals = Signals.of(part, Arrays.copyOfRange(condition, start, to), scaling, relations, movement);
        if (start == from) {
            return signals;
        }
        float[][] kept = new float[signals.values().length][];
        for (int sign = 0; sign < kept.length; sign++) {
            kept[sign] = Arrays.copyOfRange(signals.values()[sign], from - start, to - start);
        }
        return new Signals(kept);
    }

    /** Score of each row: its largest sign, in what the sign hardly ever exceeds. */
    double[] scores(Signals signals) {
        int rows = signals.values().length == 0 ? 0 : signals.values()[0].length;
        double[] scores = new double[rows];
        for (int sign = 0; sign < usual.length; sign++) {
            for (int at = 0; at < rows; at++) {
                scores[at] = Math.max(scores[at], Math.abs(signals.values()[sign][at]) / usual[sign]);
            }
        }
        return scores;
    }
}
