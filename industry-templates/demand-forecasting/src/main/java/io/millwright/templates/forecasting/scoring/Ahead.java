package io.millwright.templates.forecasting.scoring;

import io.millwright.templates.forecasting.evaluation.Combination;
import io.millwright.templates.forecasting.evaluation.ErrorUnit;
import io.millwright.templates.forecasting.evaluation.Intervals;
import io.millwright.templates.forecasting.members.Members;
import io.millwright.templates.forecasting.model.Recipe;
import io.millwright.templates.forecasting.panel.Histories;
import io.millwright.templates.forecasting.panel.Panel;
import io.millwright.templates.forecasting.panel.Series;
import io.millwright.templates.forecasting.panel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps ahead of one series.
 *
 * @param series its past, without gaps
 */
record Ahead(Series series, double[] path, double[] lower80, double[] upper80, double[] lower95, double[] upper95) {

    /** Forecasts a panel without gaps as a model says. */
    static List<Ahead> of(Panel panel, Recipe recipe, List<Series> trained, Workers workers)
            throws InterruptedException {
        Map<List<String>, Integer> numbers = new HashMap<>();
        for (int number = 0; number < trained.size(); number++) {
            numbers.put(trained.get(number).keys(), number);
        }
        Histories histories = new Histories(panel.values(), recipe.periods(), workers);
        double[][][] forecasts =
                Members.forecast(histories, recipe.horizon(), recipe.choice().either());
        List<Ahead> result = new ArrayList<>();
        for (int at = 0; at < panel.series().size(); at++) {
            Series series = panel.series().get(at);
            double[][] paths = new double[forecasts.length][];
            for (int member = 0; member < paths.length; member++) {
                paths[member] = forecasts[member] == null ? new double[0] : forecasts[member][at];
            }
            ErrorUnit unit = ErrorUnit.of(series.values(), histories.season());
            double[] path = Combination.median(paths, recipe.choice().of(unit));
            int number = numbers.getOrDefault(series.keys(), -1);
            double least = Arrays.stream(series.values()).min().orElse(0);
            double floor = least < 0 ? Double.NEGATIVE_INFINITY : 0;
            Intervals intervals = recipe.intervals();
            result.add(new Ahead(
                    series,
                    path,
                    intervals.lower(unit, path, number, false, floor),
                    intervals.upper(unit, path, number, false),
                    intervals.lower(unit, path, number, true, floor),
                    intervals.upper(unit, path, number, true)));
        }
        return result;
    }
}
