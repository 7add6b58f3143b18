package io.millwright.templates.forecasting.hierarchy;

import java.util.Arrays;
import java.util.List;

/**
 * Some series that are added up.
 *
 * @param level what they have in common: the name of a column; empty for the total of all
 * @param value its value; empty for the total of all
 * @param keys what names them in a result, {@value #ALL} in the place of each key that they do not have in common
 * @param members numbers of the series
 */
public record Node(String level, String value, List<String> keys, int[] members) {

    public static final String ALL = "(all)";

    public Node {
        keys = List.copyOf(keys);
    }

    /** What tells it from other nodes, whatever series are there. */
    public String identity() {
        return level + "=" + value;
    }

    public String title() {
        return level.isEmpty() ? "Total" : level + " " + value;
    }

    /** The sum of what the members say at each step. */
    public double[] sum(double[][] paths) {
        double[] sum = new double[paths.length == 0 ? 0 : paths[0].length];
        for (int member : members) {
            for (int step = 0; step < sum.length; step++) {
                sum[step] += paths[member][step];
            }
        }
        return sum;
    }

    /** The sum of what the members had been, from the start of the first of them; all of them end at the same step. */
    public double[] history(double[][] values) {
        int length = Arrays.stream(members)
                .map(member -> values[member].length)
                .max()
                .orElse(0);
        double[] sum = new double[length];
        for (int member : members) {
            int before = length - values[member].length;
            for (int at = 0; at < values[member].length; at++) {
                sum[before + at] += values[member][at];
            }
        }
        return sum;
    }
}
