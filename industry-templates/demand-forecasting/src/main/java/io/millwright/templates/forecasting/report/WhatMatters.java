package io.millwright.templates.forecasting.report;

import io.millwright.plugins.api.Chart;
import io.millwright.templates.forecasting.learned.Measure;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which columns move the forecasts of the trees, and how far (mean size of Shapley values). */
public final class WhatMatters {

    private static final int MOST = 15;

    private WhatMatters() {}

    /** @param columns their names, as many as weights */
    public static Chart chart(List<String> columns, double[] weights, Measure measure) {
        List<Chart.Bar> bars = IntStream.range(0, weights.length)
                .mapToObj(column -> new Chart.Bar(columns.get(column), weights[column]))
                .sorted(Comparator.comparingDouble(bar -> -bar.value()))
                .limit(MOST)
                .toList();
        return new Chart.Bars(
                "matters",
                "How far each column moves forecasts of the trees",
                measure == Measure.LOGARITHM ? "log" : "× the level",
                bars);
    }
}
