package io.millwright.templates.forecasting.evaluation;

import java.util.List;

/**
 * Figures over all moments and series; NaN where they cannot be told.
 *
 * @param wape sum of errors over the sum of what came
 * @param bias sum of forecasts over the sum of what came, less 1
 */
public record Accuracy(double wape, double bias, double mase, double smape, double narrow, double wide) {

    /** Of the combination, or of the last season again. */
    public static Accuracy of(Evaluation evaluation, boolean naive, int fromStep, int toStep) {
        double error = 0;
        double came = 0;
        double said = 0;
        double mase = 0;
        int scaled = 0;
        double smape = 0;
        int series = 0;
        long narrow = 0;
        long wide = 0;
        long points = 0;
        List<Origin> origins = evaluation.origins();
        Intervals intervals = evaluation.intervals();
        for (int moment = 0; moment < origins.size(); moment++) {
            Origin origin = origins.get(moment);
            for (int at = 0; at < origin.series().length; at++) {
                double[] path = naive ? origin.naive(at) : evaluation.paths().get(moment)[at];
                double[] truth = java.util.Arrays.copyOfRange(origin.came()[at], fromStep, toStep);
                double[] part = java.util.Arrays.copyOfRange(path, fromStep, toStep);
                ErrorUnit unit = origin.units()[at];
                int number = origin.series()[at];
                double[] low = intervals.lower(unit, path, number, false, Double.NEGATIVE_INFINITY);
                double[] high = intervals.upper(unit, path, number, false);
                double[] lowest = intervals.lower(unit, path, number, true, Double.NEGATIVE_INFINITY);
                double[] highest = intervals.upper(unit, path, number, true);
                for (int step = fromStep; step < toStep; step++) {
                    double value = origin.came()[at][step];
                    if (Double.isNaN(value)) {
                        continue;
                    }
                    error += Math.abs(value - path[step]);
                    came += Math.abs(value);
                    said += path[step] - value;
                    narrow += value >= low[step] && value <= high[step] ? 1 : 0;
                    wide += value >= lowest[step] && value <= highest[step] ? 1 : 0;
                    points++;
                }
                double percentage = ScaledErrors.smape(truth, part);
                if (Double.isNaN(percentage)) {
                    continue;
                }
                if (!Double.isNaN(unit.scale())) {
                    mase += ScaledErrors.mase(truth, part, unit.scale());
                    scaled++;
                }
                smape += percentage;
                series++;
            }
        }
        return new Accuracy(
                error / came,
                said / came,
                mase / scaled,
                smape / series,
                (double) narrow / points,
                (double) wide / points);
    }
}
