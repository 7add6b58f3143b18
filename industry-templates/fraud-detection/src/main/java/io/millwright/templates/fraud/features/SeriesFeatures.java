package io.millwright.templates.fraud.features;

import io.millwright.templates.fraud.columns.ColumnSeries;
import io.millwright.templates.fraud.columns.Extra;
import io.millwright.templates.fraud.columns.SeriesPlan;
import io.millwright.templates.fraud.ledger.Transactions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What series of columns say as a whole: level, spread, signs and change of each; how much of one the other covers, such as
 * payments of the bills before them; and both measured against a limit.
 */
final class SeriesFeatures implements FeatureGroup {

    private final SeriesPlan plan;
    private final List<String> extras;
    private final List<Feature> features = new ArrayList<>();
    private final List<ToDoubleFunction<Row>> formulas = new ArrayList<>();

    SeriesFeatures(SeriesPlan plan, List<Extra> extras) {
        this.plan = plan;
        this.extras = extras.stream().map(Extra::name).toList();
        for (ColumnSeries one : plan.series()) {
            alone(one);
            for (ColumnSeries other : plan.series()) {
                boolean pair = one != other && one.amounts() && other.amounts();
                if (pair && one.columns().size() == other.columns().size()) {
                    covered(one, other);
                }
            }
            if (one.amounts()) {
                plan.limits().forEach(limit -> against(one, limit));
            }
        }
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    private void alone(ColumnSeries series) {
        int[] at = positions(series);
        add(series, "largest", row -> row.of(at).max());
        add(series, "smallest", row -> row.of(at).min());
        add(series, "on average", row -> row.of(at).mean());
        add(series, "spread", row -> row.of(at).spread());
        add(series, "how many above zero", row -> row.of(at).above());
        add(series, "how many below zero", row -> row.of(at).below());
        add(series, "how many zero", row -> row.of(at).zeros());
        add(series, "first against the others", row -> row.of(at).firstAgainstOthers());
        add(series, "first against last", row -> row.value(at[0]) - row.value(at[at.length - 1]));
    }

    /** Each value of the second against the one of the first a step further on, as newest come first or last. */
    private void covered(ColumnSeries owed, ColumnSeries paid) {
        int[] first = positions(owed);
        int[] second = positions(paid);
        String name = paid.title() + " of " + owed.title();
        for (int shift : new int[] {0, 1}) {
            String when = shift == 0 ? "at the same time" : "a step on";
            add(name, "share " + when + ", first", row -> row.share(second[0], first[shift]));
            add(name, "share " + when + ", on average", row -> row.meanShare(second, first, shift));
            add(name, "difference " + when + ", on average", row -> row.meanDifference(first, second, shift));
        }
    }

    private void against(ColumnSeries series, String limit) {
        int[] at = positions(series);
        int bound = extras.indexOf(limit);
        String name = series.title() + " of " + limit;
        add(name, "first", row -> row.value(at[0]) / row.value(bound));
        add(name, "on average", row -> row.of(at).mean() / row.value(bound));
        add(name, "largest", row -> row.of(at).max() / row.value(bound));
        add(name, "spread", row -> row.of(at).spread() / row.value(bound));
        add(name, "left", row -> row.value(bound) - row.value(at[0]));
        add(name, "change", row -> (row.value(at[0]) - row.value(at[1])) / row.value(bound));
    }

    private int[] positions(ColumnSeries series) {
        return series.columns().stream().mapToInt(extras::indexOf).toArray();
    }

    private void add(ColumnSeries series, String what, ToDoubleFunction<Row> formula) {
        add(series.title(), what, formula);
    }

    private void add(String name, String what, ToDoubleFunction<Row> formula) {
        String title = name + ": " + what;
        features.add(new Feature(title, title, name, value -> title + " " + Words.figure(value)));
        formulas.add(formula);
    }

    @Override
    public void fill(Transactions all, float[][] into) {
        for (int row = 0; row < all.size(); row++) {
            if (all.remembered(row)) {
                continue;
            }
            Row values = new Row(all.extras, all.fileRow[row]);
            for (int column = 0; column < into.length; column++) {
                double value = formulas.get(column).applyAsDouble(values);
                into[column][row] = Double.isFinite(value) ? (float) value : Float.NaN;
            }
        }
    }

    /** A row of the file. */
    private record Row(float[][] extras, int row) {

        double value(int column) {
            return column < extras.length ? extras[column][row] : Double.NaN;
        }

        double share(int part, int whole) {
            return value(whole) > 0 ? Math.min(value(part) / value(whole), 10) : Double.NaN;
        }

        double meanShare(int[] parts, int[] wholes, int shift) {
            double sum = 0;
            int count = 0;
            for (int at = 0; at + shift < parts.length; at++) {
                double share = share(parts[at], wholes[at + shift]);
                if (!Double.isNaN(share)) {
                    sum += share;
                    count++;
                }
            }
            return sum / count;
        }

        double meanDifference(int[] wholes, int[] parts, int shift) {
            double sum = 0;
            for (int at = 0; at + shift < parts.length; at++) {
                sum += value(wholes[at + shift]) - value(parts[at]);
            }
            return sum / (parts.length - shift);
        }

        Values of(int[] columns) {
            double[] known = new double[columns.length];
            int count = 0;
            for (int column : columns) {
                double value = value(column);
                if (!Double.isNaN(value)) {
                    known[count++] = value;
                }
            }
            return new Values(Arrays.copyOf(known, count));
        }
    }

    /** The known values of a series in a row. */
    private record Values(double[] known) {

        double max() {
            return Arrays.stream(known).max().orElse(Double.NaN);
        }

        double min() {
            return Arrays.stream(known).min().orElse(Double.NaN);
        }

        double mean() {
            return Arrays.stream(known).average().orElse(Double.NaN);
        }

        double spread() {
            double mean = mean();
            return Math.sqrt(Arrays.stream(known)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElse(Double.NaN));
        }

        double above() {
            return Arrays.stream(known).filter(value -> value > 0).count();
        }

        double below() {
            return Arrays.stream(known).filter(value -> value < 0).count();
        }

        double zeros() {
            return Arrays.stream(known).filter(value -> value == 0).count();
        }

        double firstAgainstOthers() {
            return known.length < 2 ? Double.NaN : known[0] - (mean() * known.length - known[0]) / (known.length - 1);
        }
    }
}
