package io.millwright.templates.forecasting.hierarchy;

import io.millwright.templates.forecasting.evaluation.Choice;
import io.millwright.templates.forecasting.evaluation.Intervals;
import java.util.List;

/**
 * How forecasts are made to add up; kept with a model.
 *
 * @param nodes identities of the totals, in the order of their figures
 * @param choice of the ways to forecast totals by themselves
 * @param intervals of the totals
 * @param node for each total its variance
 * @param series for each series of the training its variance
 */
public record Agreement(
        Method method, List<String> nodes, Choice choice, Intervals intervals, double[] node, double[] series) {

    public Agreement {
        nodes = List.copyOf(nodes);
    }
}
