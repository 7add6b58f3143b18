package io.millwright.templates.forecasting.layout;

import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.RowCursor;
import io.millwright.templates.learning.encoding.ClockReader;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.MomentReader;
import io.millwright.templates.learning.encoding.MonthNames;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.encoding.YearParts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;

/** Puts the time of a row together from the columns that tell a part of it each. */
final class TimeParts {

    private static final long HOUR = MomentReader.DAY / 24;
    private static final int MONTHS_OF_QUARTER = 3;

    private final Layout layout;
    private final List<Reader> readers = new ArrayList<>();

    /** Gives the number of a part, or {@link MomentReader#MISSING}. */
    private interface Reader {
        long read(RowCursor row, int at);
    }

    TimeParts(Layout layout, TableProfile profile) {
        this.layout = layout;
        layout.parts()
                .forEach(part ->
                        readers.add(reader(part, profile.column(part.column()).orElseThrow())));
    }

    private static Reader reader(Layout.Part part, ColumnProfile column) {
        return switch (part.kind()) {
            case DATE ->
                MomentReader.of(column, part.format())
                        .<Reader>map(moments -> moments::read)
                        .orElse((row, at) -> MomentReader.MISSING);
            case HOUR ->
                ClockReader.of(column)
                        .<Reader>map(clock -> clock::read)
                        .orElse((row, at) -> hour(row, at, part.first()));
            case MONTH -> column.type() == ColumnType.TEXT ? TimeParts::monthInWords : TimeParts::number;
            case QUARTER -> TimeParts::quarter;
            case YEAR, DAY -> TimeParts::number;
        };
    }

    /** Microseconds since 1970 of a row and one of the heads; {@link MomentReader#MISSING} where a part is missing or impossible. */
    long moment(RowCursor row, int[] places, int head) {
        long year = 0;
        long month = 1;
        long day = 1;
        long micros = 0;
        boolean whole = false;
        for (int at = 0; at < places.length; at++) {
            long number = readers.get(at).read(row, places[at]);
            if (number == MomentReader.MISSING) {
                return MomentReader.MISSING;
            }
            switch (layout.parts().get(at).kind()) {
                case YEAR -> year = number;
                case QUARTER -> month = MONTHS_OF_QUARTER * number - 2;
                case MONTH -> month = number;
                case DAY -> day = number;
                case HOUR -> micros += number;
                case DATE -> {
                    micros += number;
                    whole = true;
                }
            }
        }
        if (!layout.across().isEmpty()) {
            int number = layout.across().get(head).number();
            switch (layout.unit()) {
                case MONTH -> month = number;
                case QUARTER -> month = MONTHS_OF_QUARTER * number - 2L;
                default -> micros += number * HOUR;
            }
        }
        try {
            long start = whole
                    ? 0
                    : LocalDate.of(Math.toIntExact(year), (int) month, (int) day)
                                    .toEpochDay()
                            * MomentReader.DAY;
            return start + micros;
        } catch (DateTimeException | ArithmeticException impossible) {
            return MomentReader.MISSING;
        }
    }

    private static long number(RowCursor row, int at) {
        return row.isMissing(at) ? MomentReader.MISSING : (long) row.number(at);
    }

    private static long hour(RowCursor row, int at, int first) {
        return row.isMissing(at) ? MomentReader.MISSING : Math.round((row.number(at) - first) * HOUR);
    }

    private static long quarter(RowCursor row, int at) {
        String text = row.text(at);
        return text == null
                ? MomentReader.MISSING
                : YearParts.quarter(text).stream().asLongStream().findFirst().orElse(MomentReader.MISSING);
    }

    private static long monthInWords(RowCursor row, int at) {
        String text = row.text(at);
        return text == null
                ? MomentReader.MISSING
                : MonthNames.month(text)
                        .map(Month::getValue)
                        .map(Integer::longValue)
                        .orElse(MomentReader.MISSING);
    }
}
