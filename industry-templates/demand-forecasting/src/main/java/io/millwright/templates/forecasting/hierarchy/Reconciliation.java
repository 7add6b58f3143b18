package io.millwright.templates.forecasting.hierarchy;

import io.millwright.templates.learning.linear.Cholesky;
import java.util.List;

/**
 * Moves forecasts of series and of totals as little as needed until they add up, little being measured in the variances
 * (minimum trace with a diagonal matrix: Wickramasuriya, Athanasopoulos and Hyndman 2019).
 *
 * @param nodes what is added up
 * @param node for each node its variance
 * @param series for each series its variance
 */
public record Reconciliation(List<Node> nodes, double[] node, double[] series) {

    /** Variances by the number of series. */
    public static Reconciliation structural(List<Node> nodes, int series) {
        double[] ones = new double[series];
        java.util.Arrays.fill(ones, 1);
        return new Reconciliation(
                nodes, nodes.stream().mapToDouble(each -> each.members().length).toArray(), ones);
    }

    /**
     * Forecasts of the series that agree with those of the totals; never below zero where none was.
     *
     * @param bottom by series and step
     * @param totals by node and step
     */
    public double[][] moved(double[][] bottom, double[][] totals) {
        int size = nodes.size();
        int steps = totals[0].length;
        double[][] result = new double[bottom.length][];
        for (int at = 0; at < bottom.length; at++) {
            result[at] = bottom[at].clone();
        }
        Cholesky factor = Cholesky.of(overlap()).orElse(null);
        if (factor == null) {
            return result;
        }
        for (int step = 0; step < steps; step++) {
            double[] apart = new double[size];
            for (int one = 0; one < size; one++) {
                apart[one] = totals[one][step];
                for (int member : nodes.get(one).members()) {
                    apart[one] -= bottom[member][step];
                }
            }
            double[] pull = factor.solve(apart);
            for (int one = 0; one < size; one++) {
                for (int member : nodes.get(one).members()) {
                    result[member][step] += series[member] * pull[one];
                }
            }
        }
        for (int at = 0; at < bottom.length; at++) {
            for (int step = 0; step < steps; step++) {
                result[at][step] = bottom[at][step] < 0 ? result[at][step] : Math.max(0, result[at][step]);
            }
        }
        return result;
    }

    /** Variance of the distance between a total and the sum of its series, and what two such have in common. */
    private double[][] overlap() {
        double[][] overlap = new double[nodes.size()][nodes.size()];
        double[] marked = new double[series.length];
        for (int one = 0; one < nodes.size(); one++) {
            java.util.Arrays.fill(marked, 0);
            for (int member : nodes.get(one).members()) {
                marked[member] = series[member];
            }
            for (int other = 0; other <= one; other++) {
                for (int member : nodes.get(other).members()) {
                    overlap[one][other] += marked[member];
                }
            }
            overlap[one][one] += node[one];
        }
        return overlap;
    }
}
