package io.millwright.templates.learning.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.testkit.CsvFiles;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WholeDatesTest {

    @Test
    void aDateInThreeColumnsIsOneColumn() {
        TableInput table = WholeDates.of(CsvFiles.parse("value,Year,Month,Day\n1,2021,2,28\n2,2021,2,30\n3,2021,,1\n"));
        assertThat(table.columns())
                .containsExactly(
                        new Column("value", ColumnType.INTEGER), new Column("Year-Month-Day", ColumnType.DATE));
        try (RowCursor row = table.open(List.of("Year-Month-Day", "value"))) {
            assertThat(row.next()).isTrue();
            assertThat(row.integer(0)).isEqualTo(LocalDate.of(2021, 2, 28).toEpochDay());
            assertThat(row.text(0)).isEqualTo("2021-02-28");
            assertThat(row.integer(1)).isEqualTo(1);
            assertThat(row.next()).isTrue();
            assertThat(row.isMissing(0)).as("a day that the calendar lacks").isTrue();
            assertThat(row.next()).isTrue();
            assertThat(row.isMissing(0)).as("a month that is missing").isTrue();
            assertThat(row.integer(1)).isEqualTo(3);
        }
    }

    @Test
    void hoursAndMinutesBelongToIt() {
        TableInput table = WholeDates.of(CsvFiles.parse("Jahr,Monat,Tag,Stunde,Minute\n2021,12,31,23,59\n"));
        assertThat(table.columns()).containsExactly(new Column("Jahr-Monat-Tag-Stunde-Minute", ColumnType.TIMESTAMP));
        try (RowCursor row = table.open(List.of("Jahr-Monat-Tag-Stunde-Minute"))) {
            assertThat(row.next()).isTrue();
            assertThat(row.text(0)).isEqualTo("2021-12-31T23:59");
        }
    }

    @Test
    void namesAreUnderstoodWithWordsAroundThem() {
        assertThat(names("tx_year,tx_month,tx_day\n2021,1,2\n")).containsExactly("tx_year-tx_month-tx_day");
        assertThat(names("año,mes,día\n2021,1,2\n")).containsExactly("año-mes-día");
        assertThat(names("Year,Month,DayofMonth,DayOfWeek\n2021,1,2,3\n"))
                .containsExactly("Year-Month-DayofMonth", "DayOfWeek");
    }

    @Test
    void whatIsNoDateIsLeftAlone() {
        assertThat(names("year,month\n2021,1\n")).containsExactly("year", "month");
        assertThat(names("birth_year,month,day\n1971,1,2\n")).containsExactly("birth_year", "month", "day");
        assertThat(names("year,month,day\n1,2,3\n")).containsExactly("year", "month", "day");
        assertThat(names("year,month,day\n2021,13,3\n")).containsExactly("year", "month", "day");
        assertThat(names("year,month,day\n2021,Jan,3\n")).containsExactly("year", "month", "day");
    }

    private static List<String> names(String csv) {
        return WholeDates.of(CsvFiles.parse(csv)).columns().stream()
                .map(Column::name)
                .toList();
    }
}
