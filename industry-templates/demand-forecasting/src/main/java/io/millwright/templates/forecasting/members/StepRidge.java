package io.millwright.templates.forecasting.members;

import io.millwright.templates.forecasting.panel.Histories;
import io.millwright.templates.learning.linear.NormalEquations;
import java.util.Arrays;

/**
 * For each step ahead a regression of its own, on the newest season and on the value of the same season in the last longer
 * round before the step, with an L2 penalty. The windows of a step contain those of the next, so sums are carried on.
 */
final class StepRidge implements Member {

    private static final double PENALTY = 0.01;
    private static final int MOST_RECENT = 48;

    @Override
    public String name() {
        return "step-ridge";
    }

    @Override
    public String title() {
        return "Regression for each step ahead";
    }

    @Override
    public double[][] forecast(Histories histories, int horizon) throws InterruptedException {
        double[][] forecasts = new double[histories.size()][];
        int season = histories.season();
        int round = histories.longSeason();
        int recent = Math.min(season == 1 ? 8 : season, MOST_RECENT);
        histories.workers().each(forecasts.length, series -> {
            double[] values = histories.values()[series];
            Scale scale = Scale.of(values);
            Measured measured = Measured.of(scale.to(values), season);
            if (!measured.changes() || values.length < 3 * recent + horizon) {
                forecasts[series] = Paths.seasonalNaive(values, season, horizon);
                return;
            }
            int back = measured.values().length >= 2 * round + horizon ? round : season;
            double[] path = path(measured.values(), recent, back, horizon);
            forecasts[series] = scale.back(measured.back(Paths.bounded(path, measured.values())));
        });
        return forecasts;
    }

    private static double[] path(double[] z, int recent, int round, int horizon) {
        double[] path = new double[horizon];
        int first = Math.max(recent, round) - 1;
        double[] levels = new double[z.length];
        double sum = 0;
        for (int now = 0; now < z.length; now++) {
            sum += z[now] - (now >= recent ? z[now - recent] : 0);
            levels[now] = sum / recent;
        }
        NormalEquations shared = new NormalEquations(recent + 2);
        double[] row = new double[recent + 2];
        int added = first;
        for (int step = horizon; step >= 1; step--) {
            int last = z.length - 1 - step;
            for (; added <= last; added++) {
                fill(row, z, added, recent, levels[added]);
                row[recent + 1] = 0;
                shared.add(row, 0, 1);
            }
            NormalEquations equations = new NormalEquations(recent + 2);
            equations.add(shared, 1);
            int back = round * ((step + round - 1) / round);
            cross(equations, z, levels, first, last, recent, step - back, step);
            double[] coefficients = equations.solve(PENALTY * equations.trace() / (recent + 2));
            int now = z.length - 1;
            fill(row, z, now, recent, levels[now]);
            row[recent + 1] = z[now + step - back] - levels[now];
            double value = levels[now];
            for (int at = 0; at < row.length; at++) {
                value += coefficients[at] * row[at];
            }
            path[step - 1] = value;
        }
        return path;
    }

    /** The products that belong to this step alone: those with the season's value and with the target. */
    private static void cross(
            NormalEquations equations,
            double[] z,
            double[] levels,
            int first,
            int last,
            int recent,
            int back,
            int step) {
        double[] products = new double[recent + 2];
        double[] right = new double[recent + 2];
        int from = Math.max(first, -back);
        for (int now = from; now <= last; now++) {
            double level = levels[now];
            double seasonal = z[now + back] - level;
            double target = z[now + step] - level;
            for (int lag = 0; lag < recent; lag++) {
                double value = z[now - lag] - level;
                products[lag] += value * seasonal;
                right[lag] += value * target;
            }
            products[recent] += seasonal;
            right[recent] += target;
            products[recent + 1] += seasonal * seasonal;
            right[recent + 1] += seasonal * target;
        }
        for (int at = 0; at < products.length; at++) {
            equations.addProduct(recent + 1, at, products[at]);
            equations.addRight(at, right[at]);
        }
    }

    /** The newest values less their mean, then a constant. */
    private static void fill(double[] row, double[] z, int now, int recent, double level) {
        Arrays.fill(row, 0);
        for (int lag = 0; lag < recent; lag++) {
            row[lag] = z[now - lag] - level;
        }
        row[recent] = 1;
    }
}
