package io.millwright.templates.maintenance.life.report;

import io.millwright.plugins.api.Chart;
import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.life.LifeModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How much each sensor moves the estimates, on average over moments of many lives. */
public final class Importance {

    private static final int MACHINES = 60;
    private static final int ROWS = 30;
    private static final int SHOWN = 20;

    private Importance() {}

    public static Chart.Bars of(LifeModel model, Fleet fleet, int[] assets, List<String> sensors) {
        int width = model.frame().width();
        float[] cells = new float[MACHINES * ROWS * width];
        int filled = 0;
        for (int at = 0; at < Math.min(MACHINES, assets.length); at++) {
            int asset = assets[(int) ((long) at * assets.length / Math.min(MACHINES, assets.length))];
            int first = fleet.first(asset);
            int count = fleet.end(asset) - first;
            float[] rows = model.frame().rows(fleet, first, fleet.end(asset));
            for (int row = 0; row < Math.min(ROWS, count); row++) {
                int taken = (int) ((long) row * count / Math.min(ROWS, count));
                System.arraycopy(rows, taken * width, cells, filled++ * width, width);
            }
        }
        float[][] moved = model.contributions(new Matrix(Arrays.copyOf(cells, filled * width), filled, width));
        double[] sums = new double[width];
        double total = 0;
        for (float[] row : moved) {
            for (int column = 0; column < width; column++) {
                sums[column] += Math.abs(row[column]);
                total += Math.abs(row[column]);
            }
        }
        List<String> names = model.frame().names(sensors);
        List<Chart.Bar> bars = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            bars.add(new Chart.Bar(names.get(column), total == 0 ? 0 : sums[column] / total));
        }
        bars.sort(Comparator.comparingDouble(Chart.Bar::value).reversed());
        return new Chart.Bars(
                "importance",
                "What tells how long a machine will run",
                "%",
                bars.subList(0, Math.min(SHOWN, bars.size())));
    }
}
