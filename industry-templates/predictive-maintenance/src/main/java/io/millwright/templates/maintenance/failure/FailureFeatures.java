package io.millwright.templates.maintenance.failure;

import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.maintenance.columns.ColumnPlan;
import io.millwright.templates.maintenance.conditions.Conditions;
import io.millwright.templates.maintenance.conditions.Scaling;
import io.millwright.templates.maintenance.features.FeatureKind;
import io.millwright.templates.maintenance.features.Trend;
import io.millwright.templates.maintenance.features.Windows;
import io.millwright.templates.maintenance.fleet.Categories;
import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into features: the values as they are, words as codes, the distance and the product of each two values where rows
 * have no past, and level, mean and slopes of each sensor's past where they have one.
 *
 * @param pairs positions of the numbers whose pairs are features
 * @param windows lengths of the past; null where rows have none
 */
record FailureFeatures(
        ColumnPlan columns,
        Categories categories,
        Conditions conditions,
        Scaling scaling,
        int[] pairs,
        @Nullable Windows windows) {

    private static final FeatureKind[] KINDS = FeatureKind.values();

    List<String> names() {
        List<String> names = new ArrayList<>(numbers());
        names.addAll(categories.columns());
        for (int one = 0; one < pairs.length; one++) {
            for (int two = one + 1; two < pairs.length; two++) {
                names.add(numbers().get(pairs[one]) + " × " + numbers().get(pairs[two]));
                names.add(numbers().get(pairs[one]) + " − " + numbers().get(pairs[two]));
            }
        }
        if (windows != null) {
            for (String sensor : columns.sensors()) {
                for (FeatureKind kind : KINDS) {
                    names.add(sensor + ": " + kind.words());
                }
            }
        }
        return names;
    }

    int width() {
        int past = windows == null ? 0 : columns.sensors().size() * KINDS.length;
        return plain() + pairs.length * (pairs.length - 1) + past;
    }

    /** Features that are values of the file. */
    int plain() {
        return columns.settings().size()
                + columns.sensors().size()
                + categories.columns().size();
    }

    boolean isCategory(int feature) {
        return feature >= plain() - categories.columns().size() && feature < plain();
    }

    /** What kind of past a feature is of; null where it is a value or a pair. */
    @Nullable
    FeatureKind kind(int feature) {
        int past = feature - plain() - pairs.length * (pairs.length - 1);
        return past < 0 ? null : KINDS[past % KINDS.length];
    }

    private List<String> numbers() {
        List<String> numbers = new ArrayList<>(columns.settings());
        numbers.addAll(columns.sensors());
        return numbers;
    }

    /** Features of some rows, in their order. */
    Matrix matrix(Fleet fleet, float[][] codes, int[] rows) {
        int width = width();
        float[] cells = new float[Math.multiplyExact(rows.length, width)];
        float[][] numbers =
                new float[columns.settings().size() + columns.sensors().size()][];
        System.arraycopy(fleet.settings(), 0, numbers, 0, columns.settings().size());
        System.arraycopy(
                fleet.sensors(),
                0,
                numbers,
                columns.settings().size(),
                columns.sensors().size());
        for (int at = 0; at < rows.length; at++) {
            int cell = at * width;
            for (float[] number : numbers) {
                cells[cell++] = number[rows[at]];
            }
            for (float[] code : codes) {
                cells[cell++] = code[rows[at]];
            }
            for (int one = 0; one < pairs.length; one++) {
                for (int two = one + 1; two < pairs.length; two++) {
                    cells[cell++] = numbers[pairs[one]][rows[at]] * numbers[pairs[two]][rows[at]];
                    cells[cell++] = numbers[pairs[one]][rows[at]] - numbers[pairs[two]][rows[at]];
                }
            }
        }
        if (windows != null) {
            past(fleet, rows, cells, windows);
        }
        boolean[] categorical = new boolean[width];
        for (int feature = 0; feature < width; feature++) {
            categorical[feature] = isCategory(feature);
        }
        return new Matrix(cells, rows.length, width, categorical);
    }

    private void past(Fleet fleet, int[] rows, float[] cells, Windows lengths) {
        int width = width();
        int start = width - columns.sensors().size() * KINDS.length;
        int[] place = new int[fleet.rows()];
        java.util.Arrays.fill(place, -1);
        for (int at = 0; at < rows.length; at++) {
            place[rows[at]] = at;
        }
        for (int asset = 0; asset < fleet.size(); asset++) {
            int first = fleet.first(asset);
            int[] condition = conditions.of(fleet, first, fleet.end(asset));
            for (int sensor = 0; sensor < columns.sensors().size(); sensor++) {
                Trend trend = new Trend(scaling.apply(fleet, sensor, first, condition));
                for (int row = first; row < fleet.end(asset); row++) {
                    if (place[row] >= 0) {
                        int cell = place[row] * width + start + sensor * KINDS.length;
                        for (FeatureKind kind : KINDS) {
                            cells[cell++] = (float) kind.of(trend, row - first, lengths);
                        }
                    }
                }
            }
        }
    }
}
