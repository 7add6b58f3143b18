package io.millwright.templates.forecasting.learned;

import io.millwright.templates.forecasting.columns.Covariate;
import java.util.List;

/**
 * Something known of the steps ahead, as the trees see it.
 *
 * @param column its place beside the values; where the column depends on the series, one of them
 * @param byCode for each value of {@code key} the column that holds it; empty where one column holds it for all series
 * @param key which key says the column; -1 where one column holds it for all
 * @param against the input it is only seen as a distance from, as other items' prices from the own one; -1 where seen itself
 * @param fixed whether it never changes within a series
 * @param common whether it is the same for all series at each step
 * @param positive whether all values are above zero, so that changes are shares
 * @param spread the usual distance from the mean of its series
 */
public record Input(
        String name,
        Covariate.Kind kind,
        int column,
        List<Integer> byCode,
        int key,
        int against,
        boolean fixed,
        boolean common,
        boolean positive,
        double spread) {

    public Input {
        byCode = List.copyOf(byCode);
    }

    boolean changes() {
        return !fixed && against < 0 && kind != Covariate.Kind.CATEGORY;
    }

    /** Whether it tells series at the same step apart, and so has something to compare with. */
    boolean own() {
        return changes() && !common;
    }

    /** The values for one series, as shares in logarithms. */
    public float[] of(float[][] beside, int[] codes) {
        int at = key < 0 ? column : codes[key] < 0 || codes[key] >= byCode.size() ? -1 : byCode.get(codes[key]);
        float[] values = at < 0 || at >= beside.length ? new float[0] : beside[at];
        if (!positive) {
            return values;
        }
        float[] logarithms = new float[values.length];
        for (int cell = 0; cell < values.length; cell++) {
            logarithms[cell] = values[cell] > 0 ? (float) Math.log(values[cell]) : Float.NaN;
        }
        return logarithms;
    }
}
