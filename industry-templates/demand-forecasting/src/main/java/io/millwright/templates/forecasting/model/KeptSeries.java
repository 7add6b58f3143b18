package io.millwright.templates.forecasting.model;

import io.millwright.templates.forecasting.learned.Shape;
import io.millwright.templates.forecasting.panel.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A series as it is written.
 *
 * @param values null where nothing is known
 * @param skipped of how many first steps what stands beside the values is not kept, since nothing looks back so far
 */
record KeptSeries(
        List<String> keys, long start, List<@Nullable Double> values, int skipped, List<List<@Nullable Float>> beside) {

    private static final int KEPT = 2 * Shape.MEMORY;

    static KeptSeries of(Series series) {
        List<@Nullable Double> values = new ArrayList<>();
        for (double value : series.values()) {
            values.add(Double.isNaN(value) ? null : value);
        }
        int skipped = Math.max(0, values.size() - KEPT);
        List<List<@Nullable Float>> beside = new ArrayList<>();
        for (float[] column : series.beside()) {
            List<@Nullable Float> kept = new ArrayList<>();
            for (int cell = skipped; cell < column.length; cell++) {
                kept.add(Float.isNaN(column[cell]) ? null : column[cell]);
            }
            beside.add(kept);
        }
        return new KeptSeries(series.keys(), series.start(), values, skipped, beside);
    }

    Series series() {
        double[] known = new double[values.size()];
        for (int at = 0; at < known.length; at++) {
            Double value = values.get(at);
            known[at] = value == null ? Double.NaN : value;
        }
        float[][] columns = new float[beside.size()][];
        for (int column = 0; column < columns.length; column++) {
            List<@Nullable Float> kept = beside.get(column);
            columns[column] = new float[skipped + kept.size()];
            Arrays.fill(columns[column], Float.NaN);
            for (int at = 0; at < kept.size(); at++) {
                Float value = kept.get(at);
                columns[column][skipped + at] = value == null ? Float.NaN : value;
            }
        }
        return new Series(keys, start, known, columns);
    }
}
