package io.millwright.templates.forecasting.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Intervals from errors of forecasts that did not know what came: how errors grow with the step, how large they are for a
 * series, and the quantiles of what is left (split conformal prediction, Vovk et al. 2005). Quantiles of few errors are those of a
 * sample whose spread is not well known, so they are drawn apart as Student's distribution is wider than the normal one.
 *
 * @param profile typical error by step
 * @param spread by series: its errors over the typical ones, drawn half to 1
 * @param narrow factor of the 80 % interval
 * @param wide factor of the 95 % interval
 * @param degrees degrees of freedom of a sample of few errors; null where there are many
 * @param change usual change from season to season of the series, for one that never changed; null where none changes
 */
public record Intervals(
        double[] profile,
        double[] spread,
        double narrow,
        double wide,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double degrees,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double change) {

    public static final double NARROW = 0.80;
    public static final double WIDE = 0.95;

    /** Quantiles of the standard normal distribution that belong to the two levels. */
    private static final double NORMAL_NARROW = 1.2816;

    private static final double NORMAL_WIDE = 1.9600;
    /** Mean size of what is normally distributed. */
    private static final double NORMAL_MEAN = 0.7979;

    /** So many independent errors are no sample of few: Student's distribution is wider by less than 0.4 %. */
    private static final double MANY = 400;
    /** With fewer degrees of freedom intervals would become wider than anybody can use. */
    private static final double FEWEST_DEGREES = 3;

    /**
     * From forecasts at several moments.
     *
     * @param paths by moment, position and step
     * @param series how many there are
     */
    public static Intervals of(List<Origin> origins, List<double[][]> paths, int series, int horizon) {
        ErrorProfile errors = profile(origins, paths, horizon);
        double[] blocks = errors.blocks();
        double independent = Independence.count(origins, paths, blocks);
        double[] profile = independent < MANY ? errors.power() : blocks;
        if (errors.none()) {
            return unerring(origins, paths, series, horizon);
        }
        Spreads spreads = Spreads.of(origins, paths, series, profile);
        double[] left = left(origins, paths, profile, spreads);
        return new Intervals(
                profile,
                spreads.all(),
                quantile(left, NARROW),
                quantile(left, WIDE),
                independent < MANY ? (Double) Math.max(FEWEST_DEGREES, independent - 1) : null,
                usualChange(origins));
    }

    /** Where no forecast erred, errors of the usual change from season to season are what may come. */
    private static Intervals unerring(List<Origin> origins, List<double[][]> paths, int series, int horizon) {
        ErrorProfile changes = new ErrorProfile(horizon);
        for (int moment = 0; moment < origins.size(); moment++) {
            Origin origin = origins.get(moment);
            for (int at = 0; at < origin.series().length; at++) {
                for (int step = 0; step < horizon; step++) {
                    double path = paths.get(moment)[at][step];
                    double size = origin.units()[at].size(path + origin.units()[at].scale(), path);
                    if (!Double.isNaN(size)) {
                        changes.add(step, size);
                    }
                }
            }
        }
        double[] profile = changes.blocks();
        return new Intervals(
                profile,
                Spreads.of(origins, paths, series, profile).all(),
                NORMAL_NARROW / NORMAL_MEAN,
                NORMAL_WIDE / NORMAL_MEAN,
                null,
                usualChange(origins));
    }

    /** Errors over the spread of their series as found at the other moments, as it will be for the future; sorted. */
    private static double[] left(List<Origin> origins, List<double[][]> paths, double[] profile, Spreads spreads) {
        double[] left = new double
                [origins.stream()
                        .mapToInt(origin -> origin.series().length * profile.length)
                        .sum()];
        int next = 0;
        for (int moment = 0; moment < origins.size(); moment++) {
            Origin origin = origins.get(moment);
            for (int at = 0; at < origin.series().length; at++) {
                double others = spreads.without(moment, origin.series()[at]);
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
        return left;
    }

    /** The median of the series that change; null where none does. */
    private static @Nullable Double usualChange(List<Origin> origins) {
        double[] scales = Arrays.stream(origins.getFirst().units())
                .mapToDouble(ErrorUnit::scale)
                .filter(scale -> !Double.isNaN(scale))
                .sorted()
                .toArray();
        return scales.length == 0 ? null : (Double) scales[scales.length / 2];
    }

    /** How much wider Student's interval is than the normal one. */
    private double apart(boolean wideOne) {
        double normal = wideOne ? NORMAL_WIDE : NORMAL_NARROW;
        return degrees == null ? 1 : StudentT.quantile(normal, degrees) / normal;
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
        double apart = apart(wideOne);
        ErrorUnit known = change == null ? unit : unit.orOf(change);
        for (int step = 0; step < path.length; step++) {
            limits[step] = Math.max(
                    Math.min(floor, path[step]), known.shifted(path[step], -apart * width(series, step, wideOne)));
        }
        return limits;
    }

    public double[] upper(ErrorUnit unit, double[] path, int series, boolean wideOne) {
        double[] limits = new double[path.length];
        double apart = apart(wideOne);
        ErrorUnit known = change == null ? unit : unit.orOf(change);
        for (int step = 0; step < path.length; step++) {
            double limit = known.shifted(path[step], width(series, step, wideOne));
            // not as a share, which would multiply itself
            limits[step] = apart == 1 ? limit : path[step] + apart * (limit - path[step]);
        }
        return limits;
    }

    private static ErrorProfile profile(List<Origin> origins, List<double[][]> paths, int horizon) {
        ErrorProfile profile = new ErrorProfile(horizon);
        for (int moment = 0; moment < origins.size(); moment++) {
            for (int at = 0; at < origins.get(moment).series().length; at++) {
                for (int step = 0; step < horizon; step++) {
                    double size = size(origins.get(moment), paths.get(moment), at, step);
                    if (!Double.isNaN(size)) {
                        profile.add(step, size);
                    }
                }
            }
        }
        return profile;
    }

    private static double size(Origin origin, double[][] paths, int at, int step) {
        return origin.units()[at].size(origin.came()[at][step], paths[at][step]);
    }

    private static double quantile(double[] sorted, double level) {
        int rank = (int) Math.ceil((sorted.length + 1) * level) - 1;
        return sorted[Math.clamp(rank, 0, sorted.length - 1)];
    }
}
