package io.millwright.templates.fraud.columns;

import java.util.List;

/**
 * What further columns are to each other.
 *
 * @param series in the order of the file
 * @param limits columns of amounts that others can be measured against, such as a credit limit
 */
public record SeriesPlan(List<ColumnSeries> series, List<String> limits) {

    public static final SeriesPlan NONE = new SeriesPlan(List.of(), List.of());

    public SeriesPlan {
        series = List.copyOf(series);
        limits = List.copyOf(limits);
    }
}
