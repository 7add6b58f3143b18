package io.millwright.broker.runner.table;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import java.util.Locale;

/** A column as text: {@code TYPE<TAB>name}. */
public final class ColumnLines {

    private ColumnLines() {}

    /** @throws IllegalArgumentException when it is not such a line */
    public static Column parse(String line) {
        int tab = line.indexOf('\t');
        if (tab < 0) {
            throw new IllegalArgumentException("not a column: " + line);
        }
        return new Column(
                line.substring(tab + 1),
                ColumnType.valueOf(line.substring(0, tab).toUpperCase(Locale.ROOT)));
    }

    /** @throws IllegalArgumentException when the name would need more than one line */
    static String format(Column column) {
        if (column.name().chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the name of a column has control characters: " + column.name());
        }
        return column.type() + "\t" + column.name();
    }
}
