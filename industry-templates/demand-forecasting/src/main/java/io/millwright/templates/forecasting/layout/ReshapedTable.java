package io.millwright.templates.forecasting.layout;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import io.millwright.templates.learning.encoding.TableProfile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A table with one column for the time, and one for the figures where heads of columns told a part of the time: each row of
 * the file then becomes a row for each of its figures, and those without a figure are left out.
 */
public final class ReshapedTable implements TableInput {

    private final TableInput table;
    private final Layout layout;
    private final TimeParts times;
    private final List<Column> columns = new ArrayList<>();
    private final long rows;

    /** @param profile of the table as the file has it; every column of the layout is there */
    public ReshapedTable(TableInput table, TableProfile profile, Layout layout) {
        this.table = table;
        this.layout = layout;
        this.times = new TimeParts(layout, profile);
        columns.add(new Column(layout.time(), layout.hours() ? ColumnType.TIMESTAMP : ColumnType.DATE));
        if (!layout.across().isEmpty()) {
            boolean text = layout.across().stream()
                    .anyMatch(
                            head -> profile.column(head.column()).orElseThrow().type() == ColumnType.TEXT);
            columns.add(new Column(layout.value(), text ? ColumnType.TEXT : ColumnType.DECIMAL));
        }
        table.columns().stream()
                .filter(column -> !layout.columns().contains(column.name()))
                .forEach(columns::add);
        rows = layout.across().isEmpty() ? table.rowCount() : count();
    }

    @Override
    public List<Column> columns() {
        return List.copyOf(columns);
    }

    @Override
    public long rowCount() {
        return rows;
    }

    @Override
    public RowCursor open(List<String> wanted) {
        Set<String> opened = new LinkedHashSet<>();
        wanted.stream()
                .filter(name -> !name.equals(layout.time()) && !name.equals(layout.value()))
                .forEach(opened::add);
        opened.addAll(layout.columns());
        List<String> order = List.copyOf(opened);
        return new ReshapedRows(table.open(order), order, wanted, layout, times);
    }

    private long count() {
        long count = 0;
        try (RowCursor cursor = open(List.of())) {
            while (cursor.next()) {
                count++;
            }
        }
        return count;
    }
}
