package io.millwright.templates.forecasting.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * How large the errors of each series are, over the typical ones.
 *
 * @param own by moment and series: mean over the steps; NaN where nothing was judged
 * @param sum by series: over its moments
 * @param count by series: how many moments judged it
 */
record Spreads(double[][] own, double[] sum, int[] count) {

    /** Below this there was no error at all, but for rounding. */
    private static final double LEAST = 0.01;

    static Spreads of(List<Origin> origins, List<double[][]> paths, int series, double[] profile) {
        double[][] own = new double[origins.size()][series];
        double[] sum = new double[series];
        int[] count = new int[series];
        for (int moment = 0; moment < own.length; moment++) {
            Origin origin = origins.get(moment);
            Arrays.fill(own[moment], Double.NaN);
            for (int at = 0; at < origin.series().length; at++) {
                double mean = mean(origin.units()[at], origin.came()[at], paths.get(moment)[at], profile);
                if (!Double.isNaN(mean)) {
                    int number = origin.series()[at];
                    own[moment][number] = mean;
                    sum[number] += mean;
                    count[number]++;
                }
            }
        }
        return new Spreads(own, sum, count);
    }

    private static double mean(ErrorUnit unit, double[] came, double[] path, double[] profile) {
        double mean = 0;
        int steps = 0;
        boolean exact = false;
        for (int step = 0; step < profile.length; step++) {
            double size = unit.size(came[step], path[step]);
            exact |= came[step] == path[step];
            if (!Double.isNaN(size)) {
                mean += size / profile[step];
                steps++;
            }
        }
        // a series that never changed has no unit, but was forecast well
        return steps > 0 ? mean / steps : exact ? 0 : Double.NaN;
    }

    /** By series, as all moments show it. */
    double[] all() {
        double[] spread = new double[sum.length];
        for (int series = 0; series < spread.length; series++) {
            spread[series] = shrunk(sum[series], count[series]);
        }
        return spread;
    }

    /** As the other moments show it. */
    double without(int moment, int series) {
        return shrunk(sum[series] - own[moment][series], count[series] - 1);
    }

    /** Who never erred will some time: as if one moment more had been like those of the others. */
    private static double shrunk(double sum, int count) {
        if (count < 1) {
            return 1;
        }
        double root = Math.sqrt(Math.max(0, sum) / count);
        return root < LEAST ? Math.sqrt(1.0 / (count + 1)) : root;
    }
}
