package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.ColumnType;
import io.millwright.governance.datasets.DatasetColumn;
import org.jspecify.annotations.Nullable;

/**
 * How a column of text becomes values.
 *
 * @param name the column's name
 * @param type its type
 * @param expression SQL that makes the value from a text, which stands as {@code %s}
 * @param note what a person should know about it, one sentence
 */
record ColumnReading(
        String name,
        ColumnType type,
        String expression,
        @Nullable String note) {

    String of(String text) {
        return expression.replace("%s", text);
    }

    DatasetColumn column() {
        return new DatasetColumn(name, type);
    }
}
