package io.millwright.templates.learning.encoding;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import java.util.List;

/** A table of which only some columns are looked at. */
record SomeColumns(TableInput table, List<String> names) implements TableInput {

    @Override
    public List<Column> columns() {
        return table.columns().stream()
                .filter(column -> names.contains(column.name()))
                .toList();
    }

    @Override
    public long rowCount() {
        return table.rowCount();
    }

    @Override
    public RowCursor open(List<String> columns) {
        return table.open(columns);
    }
}
