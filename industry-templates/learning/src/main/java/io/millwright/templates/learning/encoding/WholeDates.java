package io.millwright.templates.learning.encoding;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A table whose year, month and day (and hour and minute) stand in columns of their own, as one with a column of dates (or
 * moments) in the place of the year. Its name is theirs, e.g. {@code year-month-day}.
 */
public final class WholeDates implements MadeColumn {

    private static final int HOUR = 3;
    private static final int MINUTE = 4;
    private static final long SIXTY = 60;

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

    @Override
    public String title() {
        return parts.title();
    }

    @Override
    public List<String> parts() {
        return parts.names();
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
        return new MadeCursor(table.open(names), date, parts.type(), row -> moment(row, at));
    }

    /** Days, or microseconds where an hour is known; a day that the calendar lacks is missing. */
    private static long moment(RowCursor row, int[] at) {
        for (int part : at) {
            if (row.isMissing(part)) {
                return MomentReader.MISSING;
            }
        }
        try {
            long day = LocalDate.of(part(row, at[0]), part(row, at[1]), part(row, at[2]))
                    .toEpochDay();
            if (at.length <= HOUR) {
                return day;
            }
            long minute = at.length > MINUTE ? part(row, at[MINUTE]) : 0;
            return day * MomentReader.DAY + (part(row, at[HOUR]) * SIXTY + minute) * SIXTY * MomentReader.SECOND;
        } catch (DateTimeException unreal) {
            return MomentReader.MISSING;
        }
    }

    private static int part(RowCursor row, int at) {
        return (int) row.number(at);
    }
}
