package io.millwright.templates.learning.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds how many steps it takes until series repeat themselves: peaks of the autocorrelation of the changes from step to
 * step, averaged over the series, so that neither trend nor level matter. What chance would give too is no period.
 */
public final class Periods {

    private static final int MOST_SERIES = 200;
    private static final int LONGEST_SERIES = 3_000;
    private static final int LONGEST = 800;
    private static final double FEWEST_ROUNDS = 2.5;
    /** A calendar's period is expected, so less has to speak for it. */
    private static final double EXPECTED = 0.08;

    private static final double UNEXPECTED = 0.25;
    /** How much the shorter of two periods may be weaker than the strongest. */
    private static final double NEARLY = 0.75;
    /** How much stronger a multiple has to be than the period itself. */
    private static final double STRONGER = 0.03;
    /** Standard errors that the largest of some hundred differences of autocorrelations stays below. */
    private static final double CHANCE = 4;

    private static final int LEAST_WIDTH = 2;
    /** A hill around a period reaches this part of it to either side. */
    private static final int WIDTH = 20;

    private Periods() {}

    /**
     * At most two periods, the shorter first, the second a multiple of it; empty where nothing repeats.
     *
     * @param series without gaps
     * @param expected periods that the calendar suggests; empty where the steps have no calendar
     */
    public static List<Integer> find(List<double[]> series, List<Integer> expected) {
        int most = longest(series);
        if (most < 2) {
            return List.of();
        }
        List<double[]> changes = changesOf(series, most);
        double[] likeness = likeness(changes, most);
        Chance chance = Chance.of(changes, likeness);
        List<Integer> possible =
                expected.stream().filter(period -> period <= most).toList();
        List<Integer> peaks = possible.stream()
                .filter(period -> peak(likeness, period)
                        && likeness[period] > Math.max(EXPECTED, chance.limit(period, possible.size())))
                .toList();
        List<Integer> known = peaks.isEmpty()
                ? possible.stream()
                        .filter(period -> hill(likeness, period, most, chance.limit(period, possible.size())))
                        .toList()
                : peaks;
        int first = known.isEmpty() ? strongest(likeness, most, chance) : known.getFirst();
        if (first == 0) {
            return List.of();
        }
        List<Integer> found = new ArrayList<>(List.of(first));
        // among many multiples one is larger by chance
        double stronger = Math.max(STRONGER, CHANCE / Math.sqrt(values(series)));
        int second = 0;
        for (int multiple = 2 * first; multiple <= most; multiple += first) {
            if (likeness[multiple] > likeness[first] + stronger
                    && (second == 0 || likeness[multiple] > likeness[second] + stronger)
                    && peak(likeness, multiple)) {
                second = multiple;
            }
        }
        int expectedSecond = known.stream()
                .filter(period -> period % first == 0 && period > first)
                .filter(period -> likeness[period] > likeness[first] - STRONGER)
                .findFirst()
                .orElse(0);
        int chosen = expectedSecond > 0 ? expectedSecond : second;
        if (chosen > 0) {
            found.add(chosen);
        }
        return List.copyOf(found);
    }

    /** How many values the autocorrelations come from. */
    private static double values(List<double[]> series) {
        long all = series.stream()
                .mapToLong(values -> Math.min(values.length, LONGEST_SERIES))
                .sum();
        return Math.max(1, all * Math.min(1, (double) MOST_SERIES / series.size()));
    }

    /** The longest period of which most series show enough rounds. */
    private static int longest(List<double[]> series) {
        if (series.isEmpty()) {
            return 0;
        }
        int[] lengths =
                series.stream().mapToInt(values -> values.length).sorted().toArray();
        return (int) Math.min(LONGEST, lengths[lengths.length / 2] / FEWEST_ROUNDS);
    }

    /** Of so many series that are long enough and change at all. */
    private static List<double[]> changesOf(List<double[]> series, int most) {
        List<double[]> found = new ArrayList<>();
        int stride = Math.max(1, series.size() / MOST_SERIES);
        for (int at = 0; at < series.size(); at += stride) {
            double[] changes = changes(series.get(at));
            if (changes.length > most) {
                found.add(changes);
            }
        }
        return found;
    }

    private static double[] likeness(List<double[]> series, int most) {
        double[] sum = new double[most + 2];
        int count = 0;
        for (double[] changes : series) {
            double[] own = Autocorrelation.of(changes, most + 1);
            // a sum over fewer pairs is not a weaker likeness
            for (int lag = 0; lag < sum.length; lag++) {
                sum[lag] += own[lag] * changes.length / Math.max(1, changes.length - lag);
            }
            count += own[0] > 0 ? 1 : 0;
        }
        for (int lag = 0; lag < sum.length; lag++) {
            sum[lag] /= Math.max(1, count);
        }
        return sum;
    }

    private static double[] changes(double[] values) {
        int from = Math.max(0, values.length - LONGEST_SERIES);
        double[] changes = new double[Math.max(0, values.length - from - 1)];
        for (int at = 0; at < changes.length; at++) {
            changes[at] = values[from + at + 1] - values[from + at];
        }
        double[] sizes = Arrays.stream(changes).map(Math::abs).sorted().toArray();
        double limit = sizes.length == 0 ? 0 : 5 * sizes[(int) (sizes.length * 0.9)];
        // one break of level must not hide what repeats
        for (int at = 0; at < changes.length; at++) {
            changes[at] = limit > 0 ? Math.clamp(changes[at], -limit, limit) : changes[at];
        }
        return changes;
    }

    private static int strongest(double[] likeness, int most, Chance chance) {
        boolean[] possible = new boolean[most + 1];
        double best = 0;
        for (int lag = 2; lag <= most; lag++) {
            possible[lag] = peak(likeness, lag) && likeness[lag] > Math.max(UNEXPECTED, chance.limit(lag, most));
            best = possible[lag] ? Math.max(best, likeness[lag]) : best;
        }
        for (int lag = 2; lag <= most; lag++) {
            if (possible[lag] && likeness[lag] >= NEARLY * best) {
                return lag;
            }
        }
        return 0;
    }

    /**
     * Whether series are like themselves around a long period, more than at other distances: a year has not quite 52 weeks, and
     * chance moves the peak by some of them.
     */
    private static boolean hill(double[] likeness, int period, int most, double limit) {
        int width = period / WIDTH;
        if (width < LEAST_WIDTH || period + width > most) {
            return false;
        }
        double top = mean(likeness, period - width, period + width);
        return top > Math.max(EXPECTED, limit)
                && top > EXPECTED + mean(likeness, period / 2, Math.min(most, period + period / 2));
    }

    private static double mean(double[] likeness, int from, int to) {
        return Arrays.stream(likeness, from, to + 1).average().orElse(0);
    }

    private static boolean peak(double[] likeness, int lag) {
        return likeness[lag] > likeness[lag - 1] && likeness[lag] > likeness[lag + 1];
    }
}
