package io.millwright.templates.learning.encoding;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import java.util.List;
import java.util.Optional;

/**
 * A table whose days and times of day stand in two columns, as one with a column of moments in the place of the days. Its name
 * is theirs, e.g. {@code Datum Uhrzeit}.
 */
public final class DayAndClock extends MadeColumn {

    /** So many rows tell whether there is a column of times of day at all. */
    private static final int LOOKED_AT = 100;

    private final MomentReader days;
    private final ClockReader clocks;

    private DayAndClock(TableInput table, String day, String clock, MomentReader days, ClockReader clocks) {
        super(table, new Column(day + " " + clock, ColumnType.TIMESTAMP), List.of(day, clock));
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

    /** Without a time of day a moment is missing, since midnight would be before the rest of its day. */
    @Override
    long value(RowCursor row, int[] at) {
        long start = days.read(row, at[0]);
        long clockTime = clocks.read(row, at[1]);
        return start == MomentReader.MISSING || clockTime == MomentReader.MISSING
                ? MomentReader.MISSING
                : start + clockTime;
    }
}
