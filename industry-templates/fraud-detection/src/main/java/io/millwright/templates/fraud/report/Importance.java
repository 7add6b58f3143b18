package io.millwright.templates.fraud.report;

import io.millwright.plugins.api.Chart;
import io.millwright.templates.fraud.features.Feature;
import io.millwright.templates.fraud.features.FeatureTable;
import io.millwright.templates.fraud.mixture.Mixture;
import io.millwright.templates.learning.boosting.BoostedTrees;
import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.learning.split.Thinned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How much each feature moves the scores, on average over some rows. */
public final class Importance {

    private static final int ROWS = 3_000;
    private static final int SHOWN = 20;

    private Importance() {}

    public static Chart.Bars of(BoostedTrees trees, Mixture mixture, FeatureTable table, int[] rows) {
        Matrix some = table.matrix(Thinned.evenly(rows, ROWS));
        float[][] contributions = mixture.contributions(trees.contributions(some), some);
        double[] moved = new double[table.features().size()];
        double total = 0;
        for (float[] row : contributions) {
            for (int column = 0; column < moved.length; column++) {
                moved[column] += Math.abs(row[column]);
                total += Math.abs(row[column]);
            }
        }
        List<Chart.Bar> bars = new ArrayList<>();
        List<Feature> features = table.features();
        for (int column = 0; column < moved.length; column++) {
            bars.add(new Chart.Bar(features.get(column).title(), total == 0 ? 0 : moved[column] / total));
        }
        bars.sort(Comparator.comparingDouble(Chart.Bar::value).reversed());
        return new Chart.Bars(
                "importance", "What moves the scores", "%", bars.subList(0, Math.min(SHOWN, bars.size())));
    }
}
