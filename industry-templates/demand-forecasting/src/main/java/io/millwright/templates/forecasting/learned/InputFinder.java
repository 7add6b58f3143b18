package io.millwright.templates.forecasting.learned;

import io.millwright.templates.forecasting.columns.Covariate;
import io.millwright.templates.forecasting.panel.Panel;
import io.millwright.templates.forecasting.panel.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out how the columns that are known ahead behave. */
record InputFinder(Panel panel, List<Covariate> columns, List<List<String>> keys) {

    private static final Pattern COUNTED = Pattern.compile("(.*?)[ _-]?0*(\\d{1,9})");

    List<Input> find() {
        List<Input> inputs = new ArrayList<>();
        Map<Integer, Integer> against = new HashMap<>();
        for (var each : counted().entrySet()) {
            for (int key = 0; key < keys.size(); key++) {
                List<Integer> byCode = byCode(each.getValue(), keys.get(key));
                if (!byCode.isEmpty()) {
                    for (int column : each.getValue().values()) {
                        against.put(column, inputs.size());
                    }
                    inputs.add(own(each.getKey(), byCode, key));
                    break;
                }
            }
        }
        // the own one comes first, so that rows are compared by it
        for (int column = 0; column < columns.size(); column++) {
            Input seen = seen(column);
            int own = against.getOrDefault(column, -1);
            inputs.add(
                    own < 0 || inputs.get(own).positive() != seen.positive()
                            ? seen
                            : new Input(
                                    seen.name(),
                                    seen.kind(),
                                    column,
                                    List.of(),
                                    -1,
                                    own,
                                    seen.fixed(),
                                    seen.common(),
                                    seen.positive(),
                                    seen.spread()));
        }
        return inputs;
    }

    /** Columns whose names differ by a number only, such as price1, price2: by what they have in common, then by number. */
    private Map<String, Map<String, Integer>> counted() {
        Map<String, Map<String, Integer>> found = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            Matcher name = COUNTED.matcher(columns.get(column).name());
            if (columns.get(column).kind() == Covariate.Kind.NUMBER && name.matches()) {
                found.computeIfAbsent(name.group(1), unseen -> new LinkedHashMap<>())
                        .put(name.group(2), column);
            }
        }
        found.values().removeIf(numbers -> numbers.size() < 2);
        return found;
    }

    /** For each value of a key the column with its number; empty where some value has none. */
    private static List<Integer> byCode(Map<String, Integer> numbers, List<String> values) {
        List<Integer> byCode = new ArrayList<>();
        for (String value : values) {
            Integer column = numbers.get(value.replaceFirst("^0+(?=\\d)", ""));
            if (column == null) {
                return List.of();
            }
            byCode.add(column);
        }
        return byCode.size() < 2 ? List.of() : byCode;
    }

    private Input own(String name, List<Integer> byCode, int key) {
        boolean positive = byCode.stream().allMatch(this::positive);
        return new Input(
                "own " + name,
                Covariate.Kind.NUMBER,
                byCode.getFirst(),
                byCode,
                key,
                -1,
                false,
                false,
                positive,
                byCode.stream()
                        .mapToDouble(column -> spread(column, positive))
                        .average()
                        .orElse(1));
    }

    private Input seen(int column) {
        boolean positive = columns.get(column).kind() == Covariate.Kind.NUMBER && positive(column);
        return new Input(
                columns.get(column).name(),
                columns.get(column).kind(),
                column,
                List.of(),
                -1,
                -1,
                fixed(column),
                common(column),
                positive,
                spread(column, positive));
    }

    private boolean positive(int column) {
        for (Series series : panel.series()) {
            for (float value : series.beside()[column]) {
                if (value <= 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean fixed(int column) {
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

    private boolean common(int column) {
        Map<Long, Float> byStep = new HashMap<>();
        for (Series series : panel.series()) {
            float[] values = series.beside()[column];
            for (int cell = 0; cell < values.length; cell++) {
                if (!Float.isNaN(values[cell])) {
                    Float other = byStep.putIfAbsent(series.start() + cell, values[cell]);
                    if (other != null && other != values[cell]) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Root mean square distance from the mean of the own series; 1 where nothing changes. */
    private double spread(int column, boolean positive) {
        double squares = 0;
        long count = 0;
        for (Series series : panel.series()) {
            double sum = 0;
            int known = 0;
            for (float value : series.beside()[column]) {
                if (!Float.isNaN(value)) {
                    sum += positive ? Math.log(value) : value;
                    known++;
                }
            }
            for (float value : series.beside()[column]) {
                if (!Float.isNaN(value)) {
                    double apart = (positive ? Math.log(value) : value) - sum / known;
                    squares += apart * apart;
                    count++;
                }
            }
        }
        return squares > 0 ? Math.sqrt(squares / count) : 1;
    }
}
