package io.millwright.templates.maintenance.life;

import io.millwright.templates.learning.conformal.BinnedIntervals;
import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Intervals around estimates: as wide as held-out errors of like estimates were, and for histories that begin late as wide as
 * those with as short a history. Where the time is a counter, its first value tells whether a history begins late; moments in
 * the calendar do not tell, and the length of the history decides alone.
 *
 * @param cut estimates do not go beyond, since wear does not show earlier
 * @param startsKnown whether the time is a counter
 * @param lateFrom first time from which on a history begins late
 * @param whole for histories from the start
 * @param seen rows of history from which on each of {@code late} holds, ascending, the first 0
 * @param late for histories that begin late, by the length of what was seen
 * @param beyond upper limits where the cut may be reached, learnt from whole lives: how much longer machines ran that show no wear
 */
public record LifeIntervals(
        double cut,
        boolean startsKnown,
        double lateFrom,
        BinnedIntervals whole,
        int[] seen,
        List<BinnedIntervals> late,
        BinnedIntervals beyond) {

    /** Counters that start within this share of a typical life have the whole history. */
    private static final double PUNCTUAL = 0.03;

    /** Levels that are tried so that the level asked for comes out on machines not learnt from. */
    private static final double STEP = 0.005;

    private static final double LEAST_LEVEL = 0.4;
    private static final double MOST_LEVEL = 0.995;

    /** From this share of the cut on an upper limit says no more than that the cut may be reached. */
    private static final double REACHED = 0.95;

    private static final int MOST_LENGTHS = 4;
    private static final int LEAST = 300;

    public LifeIntervals {
        late = List.copyOf(late);
    }

    /**
     * What is asked of the quantiles.
     *
     * @param whole for histories from the start
     * @param late for those that begin late
     */
    public record Levels(double whole, double late) {}

    /**
     * The levels by which a level comes out on machines not learnt from: ties at the cut and few machines shift it.
     *
     * @param whole the first so many moments are of histories from the start, the others begin late
     */
    public static Levels levels(Fleet fleet, double[] remaining, Moments moments, int whole, double cut, double level) {
        double wanted = withMargin(level, fleet, moments);
        return new Levels(
                level(fleet, remaining, moments, cut, wanted, at -> at < whole),
                level(fleet, remaining, moments, cut, wanted, at -> at >= whole));
    }

    /**
     * Coverage on few machines is known roughly, and too narrow is worse than too wide: of K machines 1 + 1/K times the level is
     * asked for, as where quantiles of groups are taken in sample (Lee, Barber and Willett, Distribution-free inference with
     * hierarchical data, 2023), but at most half of what lies above it.
     */
    private static double withMargin(double level, Fleet fleet, Moments moments) {
        long machines =
                Arrays.stream(moments.rows()).map(fleet::assetOf).distinct().count();
        return withMargin(level, machines);
    }

    static double withMargin(double level, long machines) {
        return Math.min(level * (1 + 1.0 / Math.max(1, machines)), (1 + level) / 2);
    }

    private static double level(
            Fleet fleet, double[] remaining, Moments moments, double cut, double wanted, IntPredicate judged) {
        double level = wanted;
        boolean falling = coverage(fleet, remaining, moments, cut, new Levels(level, level), judged) > wanted;
        double step = falling ? -STEP : STEP;
        while (level + step > LEAST_LEVEL && level + step < MOST_LEVEL) {
            double next = level + step;
            double found = coverage(fleet, remaining, moments, cut, new Levels(next, next), judged);
            if (falling && found < wanted) {
                break;
            }
            level = next;
            if (!falling && found >= wanted) {
                break;
            }
        }
        return level;
    }

    /**
     * Learns the limits.
     *
     * @param remaining per row of the fleet
     */
    public static LifeIntervals fit(Fleet fleet, double[] remaining, Moments moments, double cut, Levels levels) {
        boolean startsKnown = fleet.unit() == Fleet.TimeUnit.CYCLES;
        double lateFrom = usualStart(fleet) + PUNCTUAL * fleet.medianSpan();
        int[] all = IntStream.range(0, moments.size()).toArray();
        int[] late = some(all, at -> !startsKnown || fleet.time()[moments.from()[at]] > lateFrom);
        int[] whole = some(all, at -> startsKnown && fleet.time()[moments.from()[at]] <= lateFrom);
        int[] shorter = late.length == 0 ? all : late;
        int[] lengths = Arrays.stream(shorter).map(moments::seen).sorted().toArray();
        int groups = Math.clamp(lengths.length / LEAST, 1, MOST_LENGTHS);
        int[] seen = IntStream.range(0, groups)
                .map(group -> group == 0 ? 0 : lengths[group * lengths.length / groups])
                .distinct()
                .toArray();
        List<BinnedIntervals> fitted = new ArrayList<>();
        for (int group = 0; group < seen.length; group++) {
            int from = seen[group];
            int to = group + 1 < seen.length ? seen[group + 1] : Integer.MAX_VALUE;
            int[] inside = some(shorter, at -> moments.seen(at) >= from && moments.seen(at) < to);
            fitted.add(fit(remaining, moments.pick(inside), cut, levels.late()));
        }
        return new LifeIntervals(
                cut,
                startsKnown,
                lateFrom,
                fit(remaining, moments.pick(whole.length == 0 ? all : whole), cut, levels.whole()),
                seen,
                fitted,
                fit(remaining, moments, Double.POSITIVE_INFINITY, Math.max(levels.whole(), levels.late())));
    }

    /**
     * Share of truths up to the cut within intervals that were learnt from other machines: one half of the machines each time.
     *
     * @param judged moments that count, of those learnt from
     */
    public static double coverage(
            Fleet fleet, double[] remaining, Moments moments, double cut, Levels levels, IntPredicate judged) {
        return coverage(fleet, remaining, moments, cut, levels, judged, cut);
    }

    /**
     * The same, with truths up to a limit of its own.
     *
     * @param most the cut, or infinite for whole lives
     */
    public static double coverage(
            Fleet fleet,
            double[] remaining,
            Moments moments,
            double cut,
            Levels levels,
            IntPredicate judged,
            double most) {
        int inside = 0;
        int count = 0;
        int[] all = IntStream.range(0, moments.size()).toArray();
        for (int half = 0; half < 2; half++) {
            int held = half;
            int[] learnt = some(all, at -> fleet.assetOf(moments.rows()[at]) % 2 != held);
            if (learnt.length == 0) {
                continue;
            }
            LifeIntervals intervals = fit(fleet, remaining, moments.pick(learnt), cut, levels);
            for (int at : some(all, at -> fleet.assetOf(moments.rows()[at]) % 2 == held && judged.test(at))) {
                double truth = Math.min(remaining[moments.rows()[at]], most);
                double estimate = moments.estimates()[at];
                double start = fleet.time()[moments.from()[at]];
                count++;
                inside += truth >= intervals.lower(estimate, start, moments.seen(at))
                                && truth <= intervals.upper(estimate, start, moments.seen(at))
                        ? 1
                        : 0;
            }
        }
        return count == 0 ? levels.whole() : (double) inside / count;
    }

    /**
     * @param start time of the machine's first row that is known
     * @param rows how many of its rows are known so far
     */
    public double lower(double estimate, double start, int rows) {
        return Math.clamp(of(start, rows).lower(estimate), 0, cut);
    }

    /** The upper limit; the same parameters as {@link #lower}. */
    public double upper(double estimate, double start, int rows) {
        double limit = Math.max(0, of(start, rows).upper(estimate));
        return limit < REACHED * cut ? limit : Math.max(cut, beyond.upper(estimate));
    }

    private BinnedIntervals of(double start, int rows) {
        if (startsKnown && start <= lateFrom) {
            return whole;
        }
        int group = seen.length - 1;
        while (group > 0 && seen[group] > rows) {
            group--;
        }
        return late.get(group);
    }

    private static BinnedIntervals fit(double[] remaining, Moments moments, double cut, double level) {
        double[] truths = Arrays.stream(moments.rows())
                .mapToDouble(row -> Math.min(remaining[row], cut))
                .toArray();
        return BinnedIntervals.fit(moments.estimates(), truths, level);
    }

    private static double usualStart(Fleet fleet) {
        double[] starts = IntStream.range(0, fleet.size())
                .filter(asset -> fleet.end(asset) > fleet.first(asset))
                .mapToDouble(asset -> fleet.time()[fleet.first(asset)])
                .sorted()
                .toArray();
        return starts[starts.length / 2];
    }

    private static int[] some(int[] positions, IntPredicate wanted) {
        return Arrays.stream(positions).filter(wanted).toArray();
    }
}
