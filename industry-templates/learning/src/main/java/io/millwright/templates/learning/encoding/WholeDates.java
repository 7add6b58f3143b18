package io.millwright.templates.learning.encoding;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A table whose year, month and day (and hour and minute) stand in columns of their own, as one with a column of dates (or
 * moments) in the place of the year. Its name is theirs, e.g. {@code year-month-day}.
 */
public final class WholeDates implements TableInput {

    private final TableInput table;
    private final DateColumns parts;

    private WholeDates(TableInput table, DateColumns parts) {
        this.table = table;
        this.parts = parts;
    }

    /** The table itself where it has no date in parts. */
    public static TableInput of(TableInput table) {
        return DateColumns.of(table)
                .<TableInput>map(parts -> new WholeDates(table, parts))
                .orElse(table);
    }

    /** Whether a column is not in the file under its name, but made of several there. */
    public static boolean made(TableInput table, String column) {
        return table instanceof WholeDates dates && dates.parts.title().equals(column);
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.name().equals(parts.year())) {
                columns.add(new Column(parts.title(), parts.type()));
            } else if (!parts.names().contains(column.name())) {
                columns.add(column);
            }
        }
        return columns;
    }

    @Override
    public long rowCount() {
        return table.rowCount();
    }

    @Override
    public RowCursor open(List<String> wanted) {
        int date = wanted.indexOf(parts.title());
        if (date < 0) {
            return table.open(wanted);
        }
        Set<String> opened = new LinkedHashSet<>();
        for (String name : wanted) {
            opened.add(name.equals(parts.title()) ? parts.year() : name);
        }
        opened.addAll(parts.names());
        List<String> names = List.copyOf(opened);
        int[] at = parts.names().stream().mapToInt(names::indexOf).toArray();
        return new DateCursor(table.open(names), date, at);
    }
}
