package io.millwright.templates.forecasting.panel;

import java.util.Arrays;
import java.util.List;

/**
 * Many series on one grid.
 *
 * @param newcomers series of which steps ahead are known, but no value yet
 */
public record Panel(Clock clock, List<Series> series, List<Series> newcomers) {

    /** How many times larger a panel may become by zeros after the last row of a series. */
    private static final long MOST_GROWN = 4;

    public Panel {
        series = List.copyOf(series);
        newcomers = List.copyOf(newcomers);
    }

    public Panel(Clock clock, List<Series> series) {
        this(clock, series, List.of());
    }

    public int typicalLength() {
        int[] lengths =
                series.stream().mapToInt(each -> each.values().length).sorted().toArray();
        return lengths.length == 0 ? 0 : lengths[lengths.length / 2];
    }

    public long cells() {
        return series.stream().mapToLong(each -> each.values().length).sum();
    }

    public long gaps() {
        return series.stream()
                .mapToLong(each ->
                        Arrays.stream(each.values()).filter(Double::isNaN).count())
                .sum();
    }

    /** The point after the last value of all series. */
    public long end() {
        return series.stream().mapToLong(Series::end).max().orElse(0);
    }

    /** How many steps after the last value of all the file tells something of. */
    public int stepsTold() {
        long told = java.util.stream.Stream.concat(series.stream(), newcomers.stream())
                .filter(each -> each.beside().length > 0)
                .mapToLong(Series::told)
                .max()
                .orElse(0);
        return Math.toIntExact(Math.max(0, told - end()));
    }

    /**
     * The same with every series that goes on reaching to the same step: one that ended a few steps before the others, or of
     * which steps ahead are told. Others have ended, and keep their own end.
     */
    public Panel aligned(int few) {
        long end = end();
        return new Panel(
                clock,
                series.stream()
                        .map(each -> each.end() + few >= end || each.told() > end ? each.until(end) : each)
                        .toList(),
                newcomers);
    }

    /**
     * The same where no row means that nothing was sold: all go on to the same step, the ones that were not sold for long with
     * zeros, unless that would make the panel many times larger.
     */
    public Panel aligned(int few, Gaps gaps) {
        long end = end();
        long cells = series.stream().mapToLong(each -> end - each.start()).sum();
        return aligned(gaps == Gaps.ZERO && cells <= MOST_GROWN * cells() ? Integer.MAX_VALUE : few);
    }

    /** With some of the columns beside the values. */
    public Panel withColumns(List<Integer> kept) {
        return new Panel(
                clock,
                series.stream().map(each -> each.withColumns(kept)).toList(),
                newcomers.stream().map(each -> each.withColumns(kept)).toList());
    }

    /** Values of all series, in their order. */
    public double[][] values() {
        return series.stream().map(Series::values).toArray(double[][]::new);
    }
}
