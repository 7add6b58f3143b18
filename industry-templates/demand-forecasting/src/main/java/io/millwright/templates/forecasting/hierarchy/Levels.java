package io.millwright.templates.forecasting.hierarchy;

import io.millwright.templates.forecasting.columns.ColumnPlan;
import io.millwright.templates.forecasting.columns.Covariate;
import io.millwright.templates.forecasting.panel.Panel;
import io.millwright.templates.forecasting.panel.Series;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Finds what series have in common: a key, or a name that never changes within a series, such as a region or a category. */
public final class Levels {

    private static final int FEWEST_SERIES = 3;
    private static final int MOST_NODES = 400;

    private Levels() {}

    /**
     * The total of all and one node for each value that some series share; empty where nothing is shared. Series that have
     * ended before the others belong to none.
     */
    public static List<Node> of(Panel panel, ColumnPlan plan) {
        long end = panel.end();
        int[] alive = IntStream.range(0, panel.series().size())
                .filter(at -> panel.series().get(at).end() == end)
                .toArray();
        boolean apart = plan.wide()
                ? plan.keys().size() < 2 && plan.known().isEmpty()
                : plan.time() == null || plan.keys().isEmpty();
        if (apart || alive.length < FEWEST_SERIES) {
            return List.of();
        }
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node("", "", Collections.nCopies(plan.keys().size(), Node.ALL), alive));
        for (int key = 0; key < plan.keys().size(); key++) {
            int at = key;
            add(nodes, plan.keys().get(key), key, plan.keys().size(), alive, number -> panel.series()
                    .get(number)
                    .keys()
                    .get(at));
        }
        for (int column = 0; column < plan.known().size(); column++) {
            Covariate covariate = plan.known().get(column);
            int at = column;
            if (!covariate.codes().isEmpty() && fixed(panel, column)) {
                add(
                        nodes,
                        covariate.name(),
                        -1,
                        plan.keys().size(),
                        alive,
                        number -> name(panel.series().get(number), at, covariate));
            }
        }
        return nodes;
    }

    private static void add(List<Node> nodes, String level, int key, int keys, int[] alive, IntFunction<String> value) {
        Map<String, List<Integer>> members = new TreeMap<>();
        for (int series : alive) {
            members.computeIfAbsent(value.apply(series), unseen -> new ArrayList<>())
                    .add(series);
        }
        boolean shared = members.size() > 1 && members.size() < alive.length;
        if (!shared || nodes.size() + members.size() > MOST_NODES) {
            return;
        }
        members.forEach((name, numbers) -> {
            List<String> named = new ArrayList<>(Collections.nCopies(keys, Node.ALL));
            if (key >= 0) {
                named.set(key, name);
            } else {
                named.set(0, level + " " + name);
            }
            nodes.add(new Node(
                    level,
                    name,
                    named,
                    numbers.stream().mapToInt(Integer::intValue).toArray()));
        });
    }

    private static boolean fixed(Panel panel, int column) {
        for (Series series : panel.series()) {
            float first = Float.NaN;
            for (float value : series.beside()[column]) {
                if (!Float.isNaN(value) && !Float.isNaN(first) && value != first) {
                    return false;
                }
                first = Float.isNaN(first) ? value : first;
            }
        }
        return true;
    }

    private static String name(Series series, int column, Covariate covariate) {
        for (float value : series.beside()[column]) {
            if (!Float.isNaN(value)) {
                return covariate.codes().get((int) value);
            }
        }
        return "";
    }
}
