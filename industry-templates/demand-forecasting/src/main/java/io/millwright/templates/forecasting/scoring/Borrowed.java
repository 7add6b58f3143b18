package io.millwright.templates.forecasting.scoring;

import io.millwright.templates.forecasting.panel.Series;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A past for series that have none, or too little of it: what series alike did at the same steps, at the level that the few
 * own values and the place speak for. The more keys two series share, the more alike they are; the item counts first.
 *
 * @param others series with a past, with gaps as NaN
 */
record Borrowed(List<Series> others) {

    /** So many values are a past of one's own. */
    static final int ENOUGH = 8;

    /** So many of those alike lend what they did one by one; more would take longer and tell little more. */
    static final int LENDERS = 5;

    /** How many own values weigh as much as what the others say of the level. */
    private static final double PRIOR = 2;

    static boolean needed(Series series) {
        return Arrays.stream(series.values())
                        .filter(value -> !Double.isNaN(value))
                        .count()
                < ENOUGH;
    }

    /**
     * The series with a past up to a step.
     *
     * @param end the point after the last step of the past
     */
    Series past(Series series, long end) {
        List<Series> alike = alike(series);
        if (alike.isEmpty()) {
            return series;
        }
        long start = Math.min(
                series.start(), alike.stream().mapToLong(Series::start).min().orElse(end));
        double[] mean = mean(alike, start, end);
        double factor = factor(series, mean, start) * place(series);
        double[] values = new double[mean.length];
        for (int at = 0; at < values.length; at++) {
            long own = start + at - series.start();
            double known = own >= 0 && own < series.values().length ? series.values()[(int) own] : Double.NaN;
            values[at] = Double.isNaN(known) ? factor * mean[at] : known;
        }
        return new Series(series.keys(), start, values).over(series);
    }

    /**
     * The series with the past of single ones alike, each at the level of {@link #past}: their promotions stand beside their own
     * sales, so that what one would do can be seen, which the mean of all hides.
     *
     * @return {@value #LENDERS}, of small and of large ones; fewer where there are fewer alike
     */
    List<Series> pasts(Series series, long end) {
        double level = level(past(series, end));
        List<Series> alike = alike(series).stream()
                .filter(other -> level(other) > 0)
                .sorted(Comparator.comparingDouble(Borrowed::level))
                .toList();
        int lenders = Math.min(LENDERS, alike.size());
        return IntStream.range(0, lenders)
                .mapToObj(at -> alike.get((int) ((at + 0.5) * alike.size() / lenders)))
                .map(other -> lent(series, other, level / level(other), end))
                .toList();
    }

    /** What is known of the series itself counts more; of the steps ahead nothing is lent. */
    private static Series lent(Series series, Series other, double factor, long end) {
        int known = Math.clamp(end - other.start(), 0, other.values().length);
        double[] values = Arrays.stream(other.values(), 0, known)
                .map(value -> factor * value)
                .toArray();
        float[][] beside = Arrays.stream(other.beside())
                .map(column -> Arrays.copyOf(column, Math.min(column.length, known)))
                .toArray(float[][]::new);
        return series.over(new Series(series.keys(), other.start(), values, beside))
                .until(end);
    }

    private List<Series> alike(Series series) {
        for (int key = 0; key < series.keys().size(); key++) {
            int same = key;
            List<Series> found = others.stream()
                    .filter(other -> !other.keys().equals(series.keys()))
                    .filter(other -> other.keys().get(same).equals(series.keys().get(same)))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return others.stream()
                .filter(other -> !other.keys().equals(series.keys()))
                .toList();
    }

    private static double[] mean(List<Series> alike, long start, long end) {
        double[] mean = new double[Math.toIntExact(Math.max(1, end - start))];
        int[] count = new int[mean.length];
        for (Series other : alike) {
            for (int at = 0; at < other.values().length; at++) {
                int cell = (int) (other.start() + at - start);
                if (cell >= 0 && cell < mean.length && !Double.isNaN(other.values()[at])) {
                    mean[cell] += other.values()[at];
                    count[cell]++;
                }
            }
        }
        for (int cell = 0; cell < mean.length; cell++) {
            mean[cell] = count[cell] == 0 ? Double.NaN : mean[cell] / count[cell];
        }
        return mean;
    }

    /** Own values over those of the others at the same steps, drawn to 1 where there are few. */
    private static double factor(Series series, double[] mean, long start) {
        double own = 0;
        double theirs = 0;
        int count = 0;
        for (int at = 0; at < series.values().length; at++) {
            int cell = (int) (series.start() + at - start);
            if (cell < mean.length && !Double.isNaN(series.values()[at]) && !Double.isNaN(mean[cell])) {
                own += series.values()[at];
                theirs += mean[cell];
                count++;
            }
        }
        return count == 0 || !(own > 0) || !(theirs > 0) ? 1 : Math.pow(own / theirs, count / (count + PRIOR));
    }

    /** How much larger the place of a new series is than the usual one: its other items against the same items elsewhere. */
    private double place(Series series) {
        boolean own = Arrays.stream(series.values()).anyMatch(value -> !Double.isNaN(value));
        if (own || series.keys().size() < 2) {
            return 1;
        }
        double here = 0;
        double usual = 0;
        for (Series other : others) {
            if (other.keys().getLast().equals(series.keys().getLast())) {
                here += level(other);
                usual += others.stream()
                        .filter(same ->
                                same.keys().getFirst().equals(other.keys().getFirst()))
                        .mapToDouble(Borrowed::level)
                        .average()
                        .orElse(0);
            }
        }
        return here > 0 && usual > 0 ? here / usual : 1;
    }

    private static double level(Series series) {
        return Arrays.stream(series.values())
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(0);
    }
}
