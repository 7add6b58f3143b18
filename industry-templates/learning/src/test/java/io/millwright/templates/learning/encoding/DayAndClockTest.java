package io.millwright.templates.learning.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.testkit.CsvFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DayAndClockTest {

    @Test
    void aDayAndATimeOfDayAreOneMoment() {
        TableInput table = DayAndClock.of(
                CsvFiles.parse("Uhrzeit,Wert,Datum\n14:05,1,18.06.2018\n00:30,2,19.06.2018\n,3,19.06.2018\n"));
        assertThat(table.columns())
                .containsExactly(
                        new Column("Wert", ColumnType.INTEGER), new Column("Datum Uhrzeit", ColumnType.TIMESTAMP));
        assertThat(MadeColumn.is(table, "Datum Uhrzeit")).isTrue();
        assertThat(MadeColumn.chosen(table, new OptionValues(Map.of("column.time", "Datum", "task", "Datum")))
                        .values())
                .containsEntry("column.time", "Datum Uhrzeit")
                .containsEntry("task", "Datum");
        try (RowCursor row = table.open(List.of("Wert", "Datum Uhrzeit"))) {
            assertThat(row.next()).isTrue();
            assertThat(row.integer(0)).isEqualTo(1);
            assertThat(row.text(1)).isEqualTo("2018-06-18T14:05");
            assertThat(row.next()).isTrue();
            assertThat(row.text(1)).isEqualTo("2018-06-19T00:30");
            assertThat(row.next()).isTrue();
            assertThat(row.isMissing(1)).as("no time of day").isTrue();
        }
    }

    @Test
    void whatIsLeftAlone() {
        for (String csv : List.of(
                "Datum,Wort\n18.06.2018,offen\n",
                "Datum,von,bis\n18.06.2018,14:05,15:00\n",
                "Beginn,Uhrzeit\n2018-06-18 14:00:00,14:05\n",
                "a,b\n1,2\n")) {
            TableInput table = CsvFiles.parse(csv);
            assertThat(DayAndClock.of(table)).isSameAs(table);
        }
    }
}
