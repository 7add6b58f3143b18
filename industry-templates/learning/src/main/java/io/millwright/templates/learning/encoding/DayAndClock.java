package io.millwright.templates.learning.encoding;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table whose days and times of day stand in two columns, as one with a column of moments in the place of the days. Its name
 * is theirs, e.g. {@code Datum Uhrzeit}.
 */
public final class DayAndClock implements MadeColumn {

    /** So many rows tell whether there is a column of times of day at all. */
    private static final int LOOKED_AT = 100;

    private final TableInput table;
    private final String day;
    private final String clock;
    private final MomentReader days;
    private final ClockReader clocks;

    private DayAndClock(TableInput table, String day, String clock, MomentReader days, ClockReader clocks) {
        this.table = table;
        this.day = day;
        this.clock = clock;
        this.days = days;
        this.clocks = clocks;
    }

    /** The table itself unless it has exactly one column of days and one of times of day. */
    public static TableInput of(TableInput table) {
        List<String> words = table.columns().stream()
                .filter(column -> column.type() == ColumnType.TEXT || column.type() == ColumnType.DATE)
                .map(Column::name)
                .toList();
        if (words.size() < 2 || !mayHaveClock(table, words)) {
            return table;
        }
        List<ColumnProfile> columns = List.copyOf(
                TableProfile.of(new SomeColumns(table, words)).columns().values());
        List<ColumnProfile> clocks = columns.stream()
                .filter(column -> ClockReader.of(column).isPresent())
                .toList();
        List<ColumnProfile> days =
                columns.stream().filter(DayAndClock::holdsDays).toList();
        if (clocks.size() != 1 || days.size() != 1) {
            return table;
        }
        Optional<MomentReader> reader = MomentReader.of(days.getFirst(), "");
        Optional<ClockReader> clock = ClockReader.of(clocks.getFirst());
        return reader.isEmpty() || clock.isEmpty()
                ? table
                : new DayAndClock(
                        table, days.getFirst().name(), clocks.getFirst().name(), reader.get(), clock.get());
    }

    private static boolean mayHaveClock(TableInput table, List<String> words) {
        try (RowCursor row = table.open(words)) {
            for (int seen = 0; seen < LOOKED_AT && row.next(); seen++) {
                for (int at = 0; at < words.size(); at++) {
                    String text = row.text(at);
                    if (text != null && ClockReader.micros(text) != MomentReader.MISSING) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private static boolean holdsDays(ColumnProfile column) {
        return column.type() == ColumnType.DATE
                || MomentReader.of(column, "").isPresent()
                        && column.examples().stream().noneMatch(example -> example.contains(":"));
    }

    @Override
    public String title() {
        return day + " " + clock;
    }

    @Override
    public List<String> parts() {
        return List.of(day, clock);
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.name().equals(day)) {
                columns.add(new Column(title(), ColumnType.TIMESTAMP));
            } else if (!column.name().equals(clock)) {
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
        int made = wanted.indexOf(title());
        if (made < 0) {
            return table.open(wanted);
        }
        Set<String> opened = new LinkedHashSet<>();
        for (String name : wanted) {
            opened.add(name.equals(title()) ? day : name);
        }
        opened.add(clock);
        List<String> names = List.copyOf(opened);
        int clockAt = names.indexOf(clock);
        return new MadeCursor(table.open(names), made, ColumnType.TIMESTAMP, row -> moment(row, made, clockAt));
    }

    /** Without a time of day a moment is missing, since midnight would be before the rest of its day. */
    private long moment(RowCursor row, int dayAt, int clockAt) {
        long start = days.read(row, dayAt);
        long clockTime = clocks.read(row, clockAt);
        return start == MomentReader.MISSING || clockTime == MomentReader.MISSING
                ? MomentReader.MISSING
                : start + clockTime;
    }
}
