package io.millwright.templates.forecasting.evaluation;

import java.util.Arrays;

/** Many forecasts become one by their median, which one bad member cannot move far. */
public final class Combination {

    private Combination() {}

    /**
     * The median at each step.
     *
     * @param paths by member and step; those not chosen are not looked at
     * @param chosen a bit for each member
     */
    public static double[] median(double[][] paths, int chosen) {
        int count = Integer.bitCount(chosen);
        double[][] used = new double[count][];
        int next = 0;
        for (int member = 0; member < paths.length; member++) {
            if ((chosen >> member & 1) == 1) {
                used[next++] = paths[member];
            }
        }
        double[] result = new double[used[0].length];
        double[] values = new double[count];
        for (int step = 0; step < result.length; step++) {
            for (int member = 0; member < count; member++) {
                values[member] = used[member][step];
            }
            Arrays.sort(values);
            result[step] = (values[(count - 1) / 2] + values[count / 2]) / 2;
        }
        return result;
    }
}
