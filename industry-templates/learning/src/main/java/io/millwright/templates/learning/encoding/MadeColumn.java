package io.millwright.templates.learning.encoding;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A table with a column that is not in the file, but made of several there, and stands in the place of the first of them. */
public abstract sealed class MadeColumn implements TableInput permits WholeDates, DayAndClock {

    private final TableInput table;
    private final Column made;
    private final List<String> parts;

    /** @param parts names of the columns that it is made of, and that the table no longer has */
    MadeColumn(TableInput table, Column made, List<String> parts) {
        this.table = table;
        this.made = made;
        this.parts = List.copyOf(parts);
    }

    /**
     * The value of the made column, in days or microseconds as its type has it, or {@link MomentReader#MISSING}.
     *
     * @param at where the row has the parts
     */
    abstract long value(RowCursor row, int[] at);

    /** Whether a column is not in the file under its name: forms offer columns of the file only. */
    public static boolean is(TableInput table, String column) {
        return table instanceof MadeColumn shown && shown.made.name().equals(column);
    }

    /** What a person chose: who names a part means the column that was made of it. */
    public static OptionValues chosen(TableInput table, OptionValues options) {
        if (!(table instanceof MadeColumn shown)) {
            return options;
        }
        Map<String, String> values = new LinkedHashMap<>();
        options.values()
                .forEach((name, value) -> values.put(
                        name,
                        name.startsWith("column.") && shown.parts.contains(value.strip()) ? shown.made.name() : value));
        return new OptionValues(values);
    }

    @Override
    public final List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.name().equals(parts.getFirst())) {
                columns.add(made);
            } else if (!parts.contains(column.name())) {
                columns.add(column);
            }
        }
        return columns;
    }

    @Override
    public final long rowCount() {
        return table.rowCount();
    }

    @Override
    public final RowCursor open(List<String> wanted) {
        int place = wanted.indexOf(made.name());
        if (place < 0) {
            return table.open(wanted);
        }
        Set<String> opened = new LinkedHashSet<>();
        for (String name : wanted) {
            opened.add(name.equals(made.name()) ? parts.getFirst() : name);
        }
        opened.addAll(parts);
        List<String> names = List.copyOf(opened);
        int[] at = parts.stream().mapToInt(names::indexOf).toArray();
        return new MadeCursor(table.open(names), place, made.type(), row -> value(row, at));
    }
}
