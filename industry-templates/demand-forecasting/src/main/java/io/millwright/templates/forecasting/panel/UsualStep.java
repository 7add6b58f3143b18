package io.millwright.templates.forecasting.panel;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The distance from one moment to the next that a file goes by: the one that is met most often, unless that is only how often
 * something rare happens.
 *
 * @param usual met most often
 * @param counts how often each distance was met
 * @param first the earliest moment
 */
record UsualStep(long usual, Map<Long, Integer> counts, long first) {

    private static final long DAY = Duration.ofDays(1).toNanos() / 1_000;
    private static final long WEEK = 7 * DAY;
    /** From here on steps are months. */
    private static final long LONG = 28 * DAY;
    /** Fewer than this share of distances on the grid are no slips. */
    private static final double REGULAR = 0.9;

    static UsualStep of(Collection<Grown> series) {
        Map<Long, Integer> counts = new LinkedHashMap<>();
        long first = Long.MAX_VALUE;
        for (Grown grown : series) {
            first = Math.min(first, grown.countSteps(counts));
        }
        long usual = 1;
        int most = 0;
        for (var each : counts.entrySet()) {
            if (each.getValue() > most || each.getValue() == most && each.getKey() < usual) {
                usual = each.getKey();
                most = each.getValue();
            }
        }
        return new UsualStep(usual, counts, first);
    }

    /**
     * In microseconds. What happens every few days or weeks, but not to all series in the same ones, is rare demand on a grid of
     * days or weeks; so is what is counted every third week, which nobody reports by.
     */
    long ofCalendar(Collection<Grown> series) {
        // weeks may begin on any day, and two series of weeks on two of them
        if (usual % DAY != 0 || usual <= DAY || usual == WEEK || usual >= LONG) {
            return usual;
        }
        boolean regular = onGrid(usual) >= REGULAR && together(series, usual) >= REGULAR;
        boolean counted =
                usual % WEEK == 0 && usual > 2 * WEEK && series.stream().allMatch(Grown::whole);
        if (regular && !counted) {
            return usual;
        }
        if (usual % WEEK == 0 && onGrid(WEEK) >= REGULAR && together(series, WEEK) == 1) {
            return WEEK;
        }
        return onGrid(DAY) == 1 && together(series, DAY) == 1 ? DAY : usual;
    }

    /** The share of distances that are so many whole steps. */
    private double onGrid(long step) {
        double on = 0;
        double all = 0;
        for (var each : counts.entrySet()) {
            on += each.getKey() % step == 0 ? each.getValue() : 0;
            all += each.getValue();
        }
        return all == 0 ? 1 : on / all;
    }

    /** The share of series that begin whole steps after the first. */
    private double together(Collection<Grown> series, long step) {
        return series.stream()
                .mapToInt(grown -> (grown.first() - first) % step == 0 ? 1 : 0)
                .average()
                .orElse(1);
    }
}
