package io.millwright.templates.forecasting.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * What forecasts inside the data were worth. At each moment the members were chosen by the other moments.
 *
 * @param origins the latest first
 * @param paths by moment, position and step
 * @param choice of the final model, by all moments
 * @param errors of all combinations
 */
public record Evaluation(
        List<Origin> origins, List<double[][]> paths, Choice choice, Choice.Errors errors, Intervals intervals) {

    /**
     * Judges forecasts at several moments.
     *
     * @param allowed a bit for each member that may be chosen
     */
    public static Evaluation of(List<Origin> origins, Choice.Errors errors, int series, int horizon, int allowed) {
        List<double[][]> paths = new ArrayList<>();
        for (int moment = 0; moment < origins.size(); moment++) {
            Choice others = errors.chooseWithout(moment, allowed);
            Origin origin = origins.get(moment);
            double[][] combined = new double[origin.series().length][];
            for (int at = 0; at < combined.length; at++) {
                combined[at] = origin.combined(others.of(origin.units()[at]), at);
            }
            paths.add(combined);
        }
        return new Evaluation(
                origins, paths, errors.choose(allowed), errors, Intervals.of(origins, paths, series, horizon));
    }

    /** The same with other forecasts at the same moments. */
    public Evaluation with(List<double[][]> others, int series, int horizon) {
        return new Evaluation(origins, others, choice, errors, Intervals.of(origins, others, series, horizon));
    }
}
