package io.millwright.templates.forecasting.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * Intervals from errors of forecasts that did not know what came: how errors grow with the step, how large they are for a
 * series, and the quantiles of what is left (split conformal prediction, Vovk et al. 2005).
 *
 * @param profile typical error by step
 * @param spread by series: its errors over the typical ones, drawn half to 1
 * @param narrow factor of the 80 % interval
 * @param wide factor of the 95 % interval
 */
public record Intervals(double[] profile, double[] spread, double narrow, double wide) {

    public static final double NARROW = 0.80;
    public static final double WIDE = 0.95;

    private static final int BLOCKS = 6;
    private static final double LEAST = 0.01;

    /**
     * From forecasts at several moments.
     *
     * @param paths by moment, position and step
     * @param series how many there are
     */
    public static Intervals of(List<Origin> origins, List<double[][]> paths, int series, int horizon) {
        double[] profile = profile(origins, paths, horizon);
        double[] sum = new double[series];
        int[] count = new int[series];
        double[][] own = new double[origins.size()][];
        for (int moment = 0; moment < own.length; moment++) {
            Origin origin = origins.get(moment);
            own[moment] = new double[series];
            Arrays.fill(own[moment], Double.NaN);
            for (int at = 0; at < origin.series().length; at++) {
                double mean = 0;
                int steps = 0;
                for (int step = 0; step < horizon; step++) {
                    double size = size(origin, paths.get(moment), at, step);
                    if (!Double.isNaN(size)) {
                        mean += size / profile[step];
                        steps++;
                    }
                }
                mean /= steps;
                own[moment][origin.series()[at]] = mean;
                sum[origin.series()[at]] += mean;
                count[origin.series()[at]]++;
            }
        }
        double[] spread = new double[series];
        for (int at = 0; at < series; at++) {
            spread[at] = shrunk(sum[at], count[at]);
        }
        return new Intervals(profile, spread, 0, 0).withQuantiles(origins, paths, own, sum, count);
    }

    /** Quantiles of errors whose series' spread was found at the other moments, as it will be for the future. */
    private Intervals withQuantiles(
            List<Origin> origins, List<double[][]> paths, double[][] own, double[] sum, int[] count) {
        double[] left = new double
                [origins.stream()
                        .mapToInt(origin -> origin.series().length * profile.length)
                        .sum()];
        int next = 0;
        for (int moment = 0; moment < own.length; moment++) {
            Origin origin = origins.get(moment);
            for (int at = 0; at < origin.series().length; at++) {
                int series = origin.series()[at];
                double others = shrunk(sum[series] - own[moment][series], count[series] - 1);
                for (int step = 0; step < profile.length; step++) {
                    double size = size(origin, paths.get(moment), at, step);
                    if (!Double.isNaN(size)) {
                        left[next++] = size / profile[step] / others;
                    }
                }
            }
        }
        left = Arrays.copyOf(left, next);
        Arrays.sort(left);
        return new Intervals(profile, spread, quantile(left, NARROW), quantile(left, WIDE));
    }

    /** Half of the width in the unit of the series' errors. */
    private double width(int series, int step, boolean wideOne) {
        double own = series < 0 || series >= spread.length ? 1 : spread[series];
        return own * profile[Math.min(step, profile.length - 1)] * (wideOne ? wide : narrow);
    }

    /**
     * Lower limits of an interval.
     *
     * @param series number of the series; -1 for one that was not there
     */
    public double[] lower(ErrorUnit unit, double[] path, int series, boolean wideOne, double floor) {
        double[] limits = new double[path.length];
        for (int step = 0; step < path.length; step++) {
            limits[step] =
                    Math.max(Math.min(floor, path[step]), unit.shifted(path[step], -width(series, step, wideOne)));
        }
        return limits;
    }

    public double[] upper(ErrorUnit unit, double[] path, int series, boolean wideOne) {
        double[] limits = new double[path.length];
        for (int step = 0; step < path.length; step++) {
            limits[step] = unit.shifted(path[step], width(series, step, wideOne));
        }
        return limits;
    }

    private static double[] profile(List<Origin> origins, List<double[][]> paths, int horizon) {
        int block = Math.max(1, (horizon + BLOCKS - 1) / BLOCKS);
        double[] sum = new double[horizon];
        double[] count = new double[horizon];
        for (int moment = 0; moment < origins.size(); moment++) {
            for (int at = 0; at < origins.get(moment).series().length; at++) {
                for (int step = 0; step < horizon; step++) {
                    double size = size(origins.get(moment), paths.get(moment), at, step);
                    if (!Double.isNaN(size)) {
                        sum[step / block] += size;
                        count[step / block]++;
                    }
                }
            }
        }
        double[] profile = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            profile[step] = Math.max(sum[step / block] / Math.max(1, count[step / block]), 1e-9);
        }
        return profile;
    }

    private static double size(Origin origin, double[][] paths, int at, int step) {
        return origin.units()[at].size(origin.came()[at][step], paths[at][step]);
    }

    private static double shrunk(double sum, int count) {
        return count < 1 ? 1 : Math.max(LEAST, Math.sqrt(Math.max(0, sum) / count));
    }

    private static double quantile(double[] sorted, double level) {
        int rank = (int) Math.ceil((sorted.length + 1) * level) - 1;
        return sorted[Math.clamp(rank, 0, sorted.length - 1)];
    }
}
