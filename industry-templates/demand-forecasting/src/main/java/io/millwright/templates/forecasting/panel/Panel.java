package io.millwright.templates.forecasting.panel;

import java.util.Arrays;
import java.util.List;

/** Many series on one grid. */
public record Panel(Clock clock, List<Series> series) {

    public Panel {
        series = List.copyOf(series);
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

    /** Values of all series, in their order. */
    public double[][] values() {
        return series.stream().map(Series::values).toArray(double[][]::new);
    }
}
