package io.millwright.templates.learning.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parameters to choose, e.g. {@code Space.empty().logDecimal("learningRate", .01, .3).whole("depth", 3, 8)}.
 */
public record Space(List<Dimension> dimensions) {
    public Space {
        dimensions = List.copyOf(dimensions);
        if (dimensions.stream().map(Dimension::name).distinct().count() < dimensions.size()) {
            throw new IllegalArgumentException("two parameters have the same name");
        }
    }

    public static Space empty() {
        return new Space(List.of());
    }

    public Space decimal(String name, double minimum, double maximum) {
        return with(new Dimension.Decimal(name, minimum, maximum));
    }

    public Space logDecimal(String name, double minimum, double maximum) {
        return with(new Dimension.LogDecimal(name, minimum, maximum));
    }

    public Space whole(String name, int minimum, int maximum) {
        return with(new Dimension.Whole(name, minimum, maximum));
    }

    public Space choice(String name, String... values) {
        return with(new Dimension.Choice(name, List.of(values)));
    }

    Map<String, String> values(double[] positions) {
        Map<String, String> values = new TreeMap<>();
        for (int at = 0; at < positions.length; at++) {
            values.put(dimensions.get(at).name(), dimensions.get(at).value(positions[at]));
        }
        return values;
    }

    double[] positions(Map<String, String> values) {
        return dimensions.stream()
                .mapToDouble(dimension -> dimension.position(value(values, dimension)))
                .toArray();
    }

    private static String value(Map<String, String> values, Dimension dimension) {
        String value = values.get(dimension.name());
        if (value == null) {
            throw new IllegalArgumentException("parameter " + dimension.name() + " has no value");
        }
        return value;
    }

    private Space with(Dimension another) {
        List<Dimension> more = new ArrayList<>(dimensions);
        more.add(another);
        return new Space(more);
    }
}
