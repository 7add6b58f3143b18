package io.millwright.templates.forecasting.panel;

import java.util.Arrays;

/**
 * Steps that are unlike others and known ahead, such as holidays and the days beside them.
 *
 * @param kinds by step from {@code first} on which occasion it is, its number times {@code places} and the place in it; -1 for
 *     none
 * @param first the number of the step that kinds begin with
 * @param places how many steps an occasion has, such as the day before it and the day itself
 * @param week how many steps lie between two steps that are else alike
 * @param starts for each series the number of the step of its first value
 */
public record Occasions(int[] kinds, long first, int places, int week, long[] starts) {

    /** The kind of a step, counted from the first value of a series; -1 for none. */
    public int kind(int series, int cell) {
        long at = starts[series] - first + cell;
        return at < 0 || at >= kinds.length ? -1 : kinds[(int) at];
    }

    /** The number after the last kind that there is. */
    public int count() {
        return Arrays.stream(kinds).max().orElse(-1) + 1;
    }

    /** The same for some of the series. */
    public Occasions of(int[] series) {
        return since(Arrays.stream(series).mapToLong(each -> starts[each]).toArray());
    }

    /** The same for other series. */
    public Occasions since(long[] others) {
        return new Occasions(kinds, first, places, week, others);
    }
}
