package io.millwright.templates.forecasting.panel;

import io.millwright.plugins.api.RowCursor;
import io.millwright.templates.learning.encoding.MomentReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.WeekFields;

/**
 * Moments that two columns tell: the year, and the week, month or quarter in it.
 *
 * @param year the place of the column of the year
 * @param part week, month or quarter
 */
record YearAndPart(int year, String part) {

    long moment(RowCursor row, int at) {
        if (row.isMissing(year) || row.isMissing(at)) {
            return MomentReader.MISSING;
        }
        int years = (int) row.number(year);
        int number = (int) row.number(at);
        try {
            LocalDate day =
                    switch (part) {
                        case "week" ->
                            LocalDate.of(years, 1, 4)
                                    .with(WeekFields.ISO.dayOfWeek(), 1)
                                    .plusWeeks(number - 1L);
                        case "quarter" -> LocalDate.of(years, 3 * number - 2, 1);
                        default -> LocalDate.of(years, number, 1);
                    };
            return day.toEpochDay() * MomentReader.DAY;
        } catch (DateTimeException impossible) {
            return MomentReader.MISSING;
        }
    }
}
