package io.millwright.templates.forecasting.members;

/** What members do with single series. */
final class Paths {

    private Paths() {}

    /** The value of the same season in the last round. */
    static double[] seasonalNaive(double[] values, int season, int horizon) {
        double[] path = new double[horizon];
        int round = Math.min(Math.max(1, season), values.length);
        for (int step = 0; step < horizon; step++) {
            path[step] = values.length == 0 ? 0 : values[values.length - round + step % round];
        }
        return path;
    }

    /** Mean distance between a value and the one a season before; 0 where nothing changes. */
    static double change(double[] values, int season) {
        int lag = values.length > season ? season : 1;
        double sum = 0;
        for (int at = lag; at < values.length; at++) {
            sum += Math.abs(values[at] - values[at - lag]);
        }
        return values.length > lag ? sum / (values.length - lag) : 0;
    }

    /** Repeats the first season in front until there are so many values. */
    static double[] lengthened(double[] values, int length, int season) {
        if (values.length >= length) {
            return values;
        }
        double[] result = new double[length];
        int missing = length - values.length;
        System.arraycopy(values, 0, result, missing, values.length);
        int round = Math.max(1, Math.min(season, values.length));
        for (int at = missing - 1; at >= 0; at--) {
            result[at] = at + round < length ? result[at + round] : 0;
        }
        return result;
    }

    /** Keeps a path within twice the range that its past had, so that a recursion cannot run away. */
    static double[] bounded(double[] path, double[] past) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : past) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double range = high - low;
        double[] result = new double[path.length];
        for (int step = 0; step < path.length; step++) {
            result[step] = Double.isNaN(path[step])
                    ? past[past.length - 1]
                    : Math.clamp(path[step], low - range / 2, high + range / 2);
        }
        return result;
    }
}
