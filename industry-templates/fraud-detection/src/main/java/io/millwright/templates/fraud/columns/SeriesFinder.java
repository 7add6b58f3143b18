package io.millwright.templates.fraud.columns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds columns that are the same thing at several times: neighbours whose names differ in a number only, and whose values
 * are alike in size, sign and variety. Names alone do not do: files number all their columns, too.
 */
public final class SeriesFinder {

    /** How much larger than its neighbour a column's values may be on average. */
    private static final double ALIKE = 2.5;

    private static final double ALIKE_VARIETY = 8;
    private static final int MANY_VALUES = 200;
    private static final int LOOKED_AT = 20_000;

    private SeriesFinder() {}

    /**
     * @param extras further columns, in the order of the file
     * @param values by position in {@code extras}, then by row of the file
     * @param unwanted columns that are not learnt from
     */
    public static SeriesPlan find(List<Extra> extras, float[][] values, Set<String> unwanted) {
        List<ColumnSeries> series = new ArrayList<>();
        Set<String> inSeries = new HashSet<>();
        List<Facts> facts = new ArrayList<>();
        for (int at = 0; at < extras.size(); at++) {
            facts.add(Facts.of(values[at]));
        }
        int first = 0;
        for (int at = 1; at <= extras.size(); at++) {
            boolean goesOn = at < extras.size()
                    && learnable(extras.get(at), unwanted)
                    && learnable(extras.get(at - 1), unwanted)
                    && stem(extras.get(at).name())
                            .equals(stem(extras.get(at - 1).name()))
                    && facts.get(at).isLike(facts.get(at - 1));
            if (!goesOn) {
                if (at - first >= ColumnSeries.FEWEST) {
                    List<String> names =
                            extras.subList(first, at).stream().map(Extra::name).toList();
                    series.add(new ColumnSeries(names, facts.get(first).distinct() >= MANY_VALUES));
                    inSeries.addAll(names);
                }
                first = at;
            }
        }
        double largest = 0;
        for (int at = 0; at < extras.size(); at++) {
            largest = Math.max(
                    largest,
                    inSeries.contains(extras.get(at).name()) ? facts.get(at).size() : 0);
        }
        List<String> limits = new ArrayList<>();
        for (int at = 0; at < extras.size(); at++) {
            boolean single = learnable(extras.get(at), unwanted)
                    && !inSeries.contains(extras.get(at).name());
            if (single
                    && !series.isEmpty()
                    && facts.get(at).minimum() > 0
                    && facts.get(at).size() >= largest / 2) {
                limits.add(extras.get(at).name());
            }
        }
        return series.isEmpty() ? SeriesPlan.NONE : new SeriesPlan(series, limits);
    }

    private static boolean learnable(Extra extra, Set<String> unwanted) {
        return extra.kind() == Extra.Kind.NUMBER && !unwanted.contains(extra.name());
    }

    private static String stem(String name) {
        return name.replaceAll("\\d+", "#");
    }

    /**
     * What a column's values are like.
     *
     * @param minimum the smallest
     * @param size the mean of the absolute values
     * @param distinct different values, up to {@value #MANY_VALUES}
     */
    private record Facts(double minimum, double size, int distinct) {

        static Facts of(float[] values) {
            double minimum = Double.POSITIVE_INFINITY;
            double sum = 0;
            int count = 0;
            Set<Float> distinct = new HashSet<>();
            int step = Math.max(1, values.length / LOOKED_AT);
            for (int row = 0; row < values.length; row += step) {
                if (!Float.isNaN(values[row])) {
                    minimum = Math.min(minimum, values[row]);
                    sum += Math.abs(values[row]);
                    count++;
                    if (distinct.size() < MANY_VALUES) {
                        distinct.add(values[row]);
                    }
                }
            }
            return new Facts(minimum, count == 0 ? 0 : sum / count, distinct.size());
        }

        boolean isLike(Facts other) {
            return Math.signum(minimum) == Math.signum(other.minimum)
                    && near(size, other.size, ALIKE)
                    && near(distinct, other.distinct, ALIKE_VARIETY)
                    && distinct > 2;
        }

        private static boolean near(double one, double two, double factor) {
            return one <= factor * two && two <= factor * one;
        }
    }
}
