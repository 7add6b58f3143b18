package io.millwright.templates.forecasting.columns;

import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.MomentReader;
import io.millwright.templates.learning.encoding.TableProfile;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Numbers that only repeat a part of a date beside them: {@code month} beside {@code order_date} is not the time. */
final class CalendarParts {

    private static final List<ToLongFunction<LocalDateTime>> PARTS = List.of(
            LocalDateTime::getMonthValue,
            LocalDateTime::getDayOfMonth,
            LocalDateTime::getDayOfYear,
            LocalDateTime::getHour,
            LocalDateTime::getYear,
            moment -> moment.get(IsoFields.QUARTER_OF_YEAR),
            moment -> moment.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
            // a week begins with Monday as 1 or 0, or with Sunday as 0 or 1
            moment -> moment.getDayOfWeek().getValue(),
            moment -> moment.getDayOfWeek().getValue() - 1,
            moment -> moment.getDayOfWeek().getValue() % 7,
            moment -> moment.getDayOfWeek().getValue() % 7 + 1);

    private static final int COMPARED = 5_000;
    private static final double NEARLY_ALL = 0.95;

    private CalendarParts() {}

    /** Whether a column says by its type or its text when a row was. */
    static boolean isDate(ColumnProfile column) {
        return column.type() == ColumnType.DATE
                || column.type() == ColumnType.TIMESTAMP
                || column.type() == ColumnType.TEXT
                        && MomentReader.of(column, "").isPresent();
    }

    /** The date that a column of whole numbers is a part of; empty where there is none. */
    static Optional<String> wholeOf(TableInput table, TableProfile profile, String part, Set<String> taken) {
        ColumnProfile numbers = profile.columns().get(part);
        if (numbers == null || !numbers.isNumber() || !numbers.whole()) {
            return Optional.empty();
        }
        return profile.columns().values().stream()
                .filter(column -> !taken.contains(column.name()) && isDate(column))
                .filter(column -> MomentReader.of(column, "")
                        .filter(MomentReader::absolute)
                        .filter(moments -> repeats(table, part, column.name(), moments))
                        .isPresent())
                .map(ColumnProfile::name)
                .findFirst();
    }

    private static boolean repeats(TableInput table, String part, String date, MomentReader moments) {
        int compared = 0;
        int[] same = new int[PARTS.size()];
        try (RowCursor row = table.open(List.of(part, date))) {
            while (compared < COMPARED && row.next()) {
                long micros = row.isMissing(0) ? MomentReader.MISSING : moments.read(row, 1);
                if (micros == MomentReader.MISSING) {
                    continue;
                }
                compared++;
                long number = (long) row.number(0);
                LocalDateTime moment =
                        LocalDateTime.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), 0, ZoneOffset.UTC);
                for (int at = 0; at < PARTS.size(); at++) {
                    same[at] += PARTS.get(at).applyAsLong(moment) == number ? 1 : 0;
                }
            }
        }
        for (int count : same) {
            if (compared > 0 && count >= NEARLY_ALL * compared) {
                return true;
            }
        }
        return false;
    }
}
