package io.millwright.templates.forecasting.learned;

import java.util.ArrayList;
import java.util.List;

/** What the other series of a group show of an input at a step: their number, sum, and least. */
final class Surroundings {

    private final Shape shape;
    private final List<Track> tracks;
    private final long start;
    private final int length;
    /** By input: {@code null} where it is the same for all; else by group and step. */
    private final List<Sums[]> sums = new ArrayList<>();

    Surroundings(Shape shape, List<Track> tracks) {
        this.shape = shape;
        this.tracks = tracks;
        start = tracks.stream().mapToLong(track -> track.start).min().orElse(0);
        long end = start;
        for (Track track : tracks) {
            for (float[] input : track.inputs) {
                end = Math.max(end, track.start + input.length);
            }
        }
        length = Math.toIntExact(end - start);
        int groups = shape.group() < 0 ? 1 : shape.keys().get(shape.group()).size() + 1;
        for (int input = 0; input < shape.inputs().size(); input++) {
            sums.add(shape.inputs().get(input).own() ? sums(input, groups) : new Sums[0]);
        }
    }

    private Sums[] sums(int input, int groups) {
        Sums[] found = new Sums[groups];
        for (int group = 0; group < groups; group++) {
            found[group] = new Sums(length);
        }
        for (Track track : tracks) {
            Sums own = found[group(track)];
            int offset = (int) (track.start - start);
            for (int cell = 0; cell < track.inputs[input].length; cell++) {
                own.add(offset + cell, track.inputs[input][cell]);
            }
        }
        return found;
    }

    private int group(Track track) {
        int code = shape.group() < 0 ? 0 : track.codes[shape.group()];
        return code < 0 ? shape.keys().get(shape.group()).size() : code;
    }

    /** The mean of the others; NaN where there are none. */
    double mean(int input, Track track, int cell) {
        Sums found = sums.get(input)[group(track)];
        int at = (int) (track.start - start) + cell;
        float own = track.input(input, cell);
        int count = found.count[at] - (Float.isNaN(own) ? 0 : 1);
        return count < 1 ? Double.NaN : (found.sum[at] - (Float.isNaN(own) ? 0 : own)) / count;
    }

    /** The least of the others; NaN where there are none. */
    double least(int input, Track track, int cell) {
        Sums found = sums.get(input)[group(track)];
        int at = (int) (track.start - start) + cell;
        float own = track.input(input, cell);
        return !Float.isNaN(own) && own == found.least[at] ? found.second[at] : found.least[at];
    }

    /** How many others there are. */
    int others(int input, Track track, int cell) {
        Sums found = sums.get(input)[group(track)];
        return found.count[(int) (track.start - start) + cell] - (Float.isNaN(track.input(input, cell)) ? 0 : 1);
    }

    boolean knows(Track track, int cell) {
        long at = track.start - start + cell;
        return at >= 0 && at < length;
    }

    private static final class Sums {
        private final int[] count;
        private final double[] sum;
        private final float[] least;
        private final float[] second;

        Sums(int length) {
            count = new int[length];
            sum = new double[length];
            least = new float[length];
            second = new float[length];
            java.util.Arrays.fill(least, Float.NaN);
            java.util.Arrays.fill(second, Float.NaN);
        }

        void add(int at, float value) {
            if (Float.isNaN(value)) {
                return;
            }
            count[at]++;
            sum[at] += value;
            if (!(value >= least[at])) {
                second[at] = least[at];
                least[at] = value;
            } else if (!(value >= second[at])) {
                second[at] = value;
            }
        }
    }
}
