package io.millwright.templates.forecasting.hierarchy;

import io.millwright.templates.forecasting.evaluation.Backtest;
import io.millwright.templates.forecasting.evaluation.Choice;
import io.millwright.templates.forecasting.evaluation.Evaluation;
import io.millwright.templates.forecasting.evaluation.Intervals;
import io.millwright.templates.forecasting.evaluation.Origin;
import io.millwright.templates.forecasting.members.Members;
import io.millwright.templates.forecasting.panel.Histories;
import io.millwright.templates.forecasting.panel.Occasions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Totals judged at the moments of an evaluation: forecast by themselves and made to agree with their series, or added up. What
 * was less wrong over all levels is chosen; variances are those of the other moments.
 *
 * @param evaluation of the series, in agreement with the totals
 * @param errors for each level the share of its volume that each method is off by
 */
public record Totals(
        List<Node> nodes, Agreement agreement, Evaluation evaluation, Map<String, Map<Method, Double>> errors) {

    /** How much better than sums another method has to be. */
    private static final double BETTER = 0.99;

    private static final String SERIES = "series";

    /** Judges the totals of series whose forecasts were judged already; empty where no moment knows all of them. */
    public static Optional<Totals> of(List<Node> nodes, Histories histories, Evaluation evaluation, int horizon)
            throws InterruptedException {
        double[][] values = histories.values();
        double[][] sums = nodes.stream().map(node -> node.history(values)).toArray(double[][]::new);
        Backtest backtest = new Backtest(
                new Histories(sums, histories.periods(), histories.workers(), occasions(nodes, histories)),
                sums,
                horizon,
                1);
        List<Origin> origins = new ArrayList<>();
        List<Integer> moments = new ArrayList<>();
        for (int moment = 0; moment < evaluation.origins().size(); moment++) {
            Origin origin = backtest.at(evaluation.origins().get(moment).back(), null);
            if (origin.series().length == nodes.size()) {
                origins.add(origin);
                moments.add(moment);
            }
        }
        return origins.isEmpty()
                ? Optional.empty()
                : Optional.of(new Judging(nodes, histories, evaluation, horizon, origins, moments).totals());
    }

    /** Totals begin with the first of their series. */
    private static @Nullable Occasions occasions(List<Node> nodes, Histories histories) {
        Occasions occasions = histories.occasions();
        return occasions == null
                ? null
                : occasions.since(nodes.stream()
                        .mapToLong(node -> Arrays.stream(node.members())
                                .mapToLong(member -> occasions.starts()[member])
                                .min()
                                .orElse(0))
                        .toArray());
    }

    private record Judging(
            List<Node> nodes,
            Histories histories,
            Evaluation evaluation,
            int horizon,
            List<Origin> origins,
            List<Integer> moments) {

        Totals totals() {
            Evaluation own =
                    Evaluation.of(origins, new Choice.Errors(origins), nodes.size(), horizon, Members.CLOSED_FORM);
            Map<Method, List<double[][]>> said = new LinkedHashMap<>();
            Map<String, Map<Method, Double>> errors = new LinkedHashMap<>();
            for (Method method : Method.values()) {
                List<double[][]> paths = new ArrayList<>();
                for (int at = 0; at < origins.size(); at++) {
                    paths.add(agreed(method, own, at, at));
                }
                said.put(method, paths);
                judge(method, paths, errors);
            }
            Method chosen = chosen(errors);
            List<double[][]> paths = said.getOrDefault(chosen, List.of());
            List<double[][]> sums = new ArrayList<>();
            for (double[][] path : paths) {
                sums.add(nodes.stream().map(node -> node.sum(path)).toArray(double[][]::new));
            }
            Agreement agreement = new Agreement(
                    chosen,
                    nodes.stream().map(Node::identity).toList(),
                    own.choice(),
                    Intervals.of(origins, sums, nodes.size(), horizon),
                    variances(own, -1).node(),
                    variances(own, -1).series());
            return new Totals(nodes, agreement, chosen == Method.BOTTOM_UP ? evaluation : moved(paths), errors);
        }

        /** Forecasts of all series at a moment; variances without those of one moment. */
        private double[][] agreed(Method method, Evaluation own, int at, int left) {
            double[][] bottom = bottom(evaluation.paths().get(moments.get(at)), moments.get(at));
            return switch (method) {
                case BOTTOM_UP -> bottom;
                case STRUCTURAL ->
                    Reconciliation.structural(nodes, bottom.length)
                            .moved(bottom, own.paths().get(at));
                case VARIANCE -> variances(own, left).moved(bottom, own.paths().get(at));
            };
        }

        /** By number of the series; zero for one that was too short at the moment. */
        private double[][] bottom(double[][] paths, int moment) {
            double[][] all = new double[histories.size()][horizon];
            int[] series = evaluation.origins().get(moment).series();
            for (int at = 0; at < series.length; at++) {
                all[series[at]] = paths[at];
            }
            return all;
        }

        private double[] came(int series, int moment) {
            double[] values = histories.values()[series];
            int now = values.length - evaluation.origins().get(moment).back();
            return now < 0 ? new double[horizon] : Arrays.copyOfRange(values, now, now + horizon);
        }

        private Reconciliation variances(Evaluation own, int left) {
            double[] node = new double[nodes.size()];
            double[] series = new double[histories.size()];
            int count = 0;
            for (int at = 0; at < origins.size(); at++) {
                if (at == left && origins.size() > 1) {
                    continue;
                }
                count++;
                for (int total = 0; total < node.length; total++) {
                    node[total] +=
                            square(origins.get(at).came()[total], own.paths().get(at)[total]);
                }
                double[][] bottom = bottom(evaluation.paths().get(moments.get(at)), moments.get(at));
                for (int number = 0; number < series.length; number++) {
                    series[number] += square(came(number, moments.get(at)), bottom[number]);
                }
            }
            return new Reconciliation(nodes, floored(node, count), floored(series, count));
        }

        private static double square(double[] came, double[] said) {
            double sum = 0;
            for (int step = 0; step < came.length; step++) {
                sum += (came[step] - said[step]) * (came[step] - said[step]) / came.length;
            }
            return sum;
        }

        /** Few moments can make a variance small by luck. */
        private static double[] floored(double[] sums, int count) {
            double mean = Arrays.stream(sums).average().orElse(1);
            return Arrays.stream(sums)
                    .map(sum -> Math.max(sum, 0.01 * Math.max(mean, 1e-12)) / Math.max(1, count))
                    .toArray();
        }

        private void judge(Method method, List<double[][]> paths, Map<String, Map<Method, Double>> errors) {
            Map<String, double[]> sums = new LinkedHashMap<>();
            for (int at = 0; at < paths.size(); at++) {
                for (int total = 0; total < nodes.size(); total++) {
                    Node node = nodes.get(total);
                    add(sums, node.level(), origins.get(at).came()[total], node.sum(paths.get(at)));
                }
                for (int number : nodes.getFirst().members()) {
                    add(sums, SERIES, came(number, moments.get(at)), paths.get(at)[number]);
                }
            }
            sums.forEach((level, sum) -> errors.computeIfAbsent(
                            level.isEmpty() ? "total" : level, unseen -> new LinkedHashMap<>())
                    .put(method, sum[0] / Math.max(1e-12, sum[1])));
        }

        private static void add(Map<String, double[]> sums, String level, double[] came, double[] said) {
            double[] sum = sums.computeIfAbsent(level, unseen -> new double[2]);
            for (int step = 0; step < came.length; step++) {
                sum[0] += Math.abs(came[step] - said[step]);
                sum[1] += Math.abs(came[step]);
            }
        }

        private static Method chosen(Map<String, Map<Method, Double>> errors) {
            Method best = Method.BOTTOM_UP;
            double least = BETTER;
            for (Method method : Method.values()) {
                double ratio = 0;
                for (Map<Method, Double> level : errors.values()) {
                    double sums = level.getOrDefault(Method.BOTTOM_UP, 1.0);
                    ratio += (sums > 0 ? level.getOrDefault(method, sums) / sums : 1) / errors.size();
                }
                if (method != Method.BOTTOM_UP && ratio < least && seriesStay(method, errors)) {
                    best = method;
                    least = ratio;
                }
            }
            return best;
        }

        /** Totals may not gain at the cost of their series. */
        private static boolean seriesStay(Method method, Map<String, Map<Method, Double>> errors) {
            Map<Method, Double> series = errors.getOrDefault(SERIES, Map.of());
            return series.getOrDefault(method, 0.0) <= series.getOrDefault(Method.BOTTOM_UP, 0.0);
        }

        private Evaluation moved(List<double[][]> paths) {
            List<double[][]> all = new ArrayList<>(evaluation.paths());
            for (int at = 0; at < paths.size(); at++) {
                int moment = moments.get(at);
                int[] series = evaluation.origins().get(moment).series();
                double[][] moved = paths.get(at);
                all.set(
                        moment,
                        Arrays.stream(series).mapToObj(number -> moved[number]).toArray(double[][]::new));
            }
            return evaluation.with(all, histories.size(), horizon);
        }
    }
}
