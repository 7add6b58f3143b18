package io.millwright.templates.forecasting.scoring;

import io.millwright.templates.forecasting.evaluation.Combination;
import io.millwright.templates.forecasting.evaluation.ErrorUnit;
import io.millwright.templates.forecasting.hierarchy.Agreement;
import io.millwright.templates.forecasting.hierarchy.Levels;
import io.millwright.templates.forecasting.hierarchy.Method;
import io.millwright.templates.forecasting.hierarchy.Node;
import io.millwright.templates.forecasting.hierarchy.Reconciliation;
import io.millwright.templates.forecasting.holidays.Holidays;
import io.millwright.templates.forecasting.members.Members;
import io.millwright.templates.forecasting.model.Recipe;
import io.millwright.templates.forecasting.model.SavedModel;
import io.millwright.templates.forecasting.panel.Histories;
import io.millwright.templates.forecasting.panel.Occasions;
import io.millwright.templates.forecasting.panel.Panel;
import io.millwright.templates.forecasting.panel.Series;
import io.millwright.templates.learning.workers.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts of series and of their totals, which agree: a total is the sum of its series.
 *
 * @param nodes what the totals stand for
 */
record Sums(List<Ahead> series, List<Node> nodes, List<Ahead> totals) {

    static Sums of(List<Ahead> ahead, SavedModel model, int steps, Workers workers) throws InterruptedException {
        Recipe recipe = model.recipe();
        Agreement agreement = recipe.agreement();
        Panel panel =
                new Panel(recipe.clock(), ahead.stream().map(Ahead::series).toList());
        List<Node> nodes = agreement == null ? List.of() : Levels.of(panel, recipe.columns());
        if (agreement == null || nodes.isEmpty()) {
            return new Sums(ahead, List.of(), List.of());
        }
        double[][] histories =
                nodes.stream().map(node -> node.history(panel.values())).toArray(double[][]::new);
        double[][] paths = ahead.stream().map(Ahead::path).toArray(double[][]::new);
        int[] numbers = numbers(panel, model);
        boolean same = nodes.stream().map(Node::identity).toList().equals(agreement.nodes());
        for (int member : nodes.getFirst().members()) {
            same &= numbers[member] >= 0;
        }
        if (same && agreement.method() != Method.BOTTOM_UP) {
            double[][][] alone = Members.forecast(
                    new Histories(histories, recipe.periods(), workers, occasions(recipe, panel, histories, steps)),
                    steps,
                    agreement.choice().either());
            double[][] totals = new double[nodes.size()][];
            for (int node = 0; node < totals.length; node++) {
                double[][] ways = new double[alone.length][];
                for (int way = 0; way < ways.length; way++) {
                    ways[way] = alone[way] == null ? new double[0] : alone[way][node];
                }
                totals[node] =
                        Combination.median(ways, agreement.choice().of(ErrorUnit.of(histories[node], season(recipe))));
            }
            paths = reconciliation(nodes, agreement, numbers).moved(paths, totals);
        }
        List<Ahead> moved = new ArrayList<>();
        for (int at = 0; at < paths.length; at++) {
            moved.add(ahead.get(at).moved(paths[at]));
        }
        List<Ahead> totals = new ArrayList<>();
        for (int at = 0; at < nodes.size(); at++) {
            Series history = new Series(nodes.get(at).keys(), panel.end() - histories[at].length, histories[at]);
            totals.add(Ahead.told(
                    history,
                    nodes.get(at).sum(paths),
                    agreement.intervals(),
                    ErrorUnit.of(histories[at], season(recipe)),
                    agreement.nodes().indexOf(nodes.get(at).identity())));
        }
        return new Sums(moved, nodes, totals);
    }

    private static @Nullable Occasions occasions(Recipe recipe, Panel panel, double[][] histories, int steps) {
        Holidays holidays = recipe.holidays();
        return holidays == null
                ? null
                : holidays.occasions(
                        recipe.clock(),
                        Arrays.stream(histories)
                                .mapToLong(history -> panel.end() - history.length)
                                .toArray(),
                        panel.end() + steps);
    }

    private static int season(Recipe recipe) {
        return recipe.periods().isEmpty() ? 1 : recipe.periods().getFirst();
    }

    private static int[] numbers(Panel panel, SavedModel model) {
        Map<List<String>, Integer> trained = new HashMap<>();
        for (int number = 0; number < model.series().size(); number++) {
            trained.put(model.series().get(number).keys(), number);
        }
        return panel.series().stream()
                .mapToInt(series -> trained.getOrDefault(series.keys(), -1))
                .toArray();
    }

    private static Reconciliation reconciliation(List<Node> nodes, Agreement agreement, int[] numbers) {
        if (agreement.method() == Method.STRUCTURAL) {
            return Reconciliation.structural(nodes, numbers.length);
        }
        double[] variances = new double[numbers.length];
        for (int at = 0; at < variances.length; at++) {
            variances[at] = numbers[at] < 0 ? 0 : agreement.series()[numbers[at]];
        }
        return new Reconciliation(nodes, agreement.node(), variances);
    }
}
