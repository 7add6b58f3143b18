package io.millwright.templates.fraud.columns;

import java.util.List;

/**
 * Columns side by side that measure the same thing at several times, such as the bills of six months.
 *
 * @param columns as they stand in the file, at least {@value #FEWEST}
 * @param amounts whether they hold amounts, not codes or counts
 */
public record ColumnSeries(List<String> columns, boolean amounts) {

    public static final int FEWEST = 3;

    public ColumnSeries {
        columns = List.copyOf(columns);
    }

    /** What people see. */
    public String title() {
        return columns.getFirst() + " to " + columns.getLast();
    }
}
