package io.millwright.templates.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.Understanding;
import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateRun;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Times that several columns tell, or the heads of columns: understood, trained, scored, and the same once confirmed. */
class TimesInPartsTest extends QuickForecasts {

    @Test
    void aDateInThreeColumns() throws Exception {
        StringBuilder file = new StringBuilder("Año,Mes,Día,producto,ventas\n");
        for (int day = 0; day < 90; day++) {
            LocalDate date = LocalDate.of(2024, 1, 1).plusDays(day);
            for (int item = 0; item < 2; item++) {
                file.append("%d,%d,%d,P%d,%d%n"
                        .formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), item, value(day, 7)));
            }
        }
        Understanding understood = understood(file, "2024-03-31");

        assertThat(understood.facts()).containsEntry("Frequency", "one day").containsEntry("Seasons", "7 days");
        assertThat(understood.options()).containsEntry("column.time", "Día").containsEntry("column.item", "producto");
        assertThat(understood.notes())
                .anyMatch(note -> note.text().equals("\"Año\", \"Mes\" and \"Día\" are the time together."));
    }

    @Test
    void aYearBesideAMonthInWords() throws Exception {
        StringBuilder file = new StringBuilder("année,mois,ventes\n");
        List<String> months = List.of(
                "janvier",
                "février",
                "mars",
                "avril",
                "mai",
                "juin",
                "juillet",
                "août",
                "septembre",
                "octobre",
                "novembre",
                "décembre");
        for (int month = 0; month < 48; month++) {
            file.append("%d,%s,%d%n".formatted(2020 + month / 12, months.get(month % 12), value(month, 12)));
        }
        assertThat(understood(file, "2024-01-01").facts())
                .containsEntry("Frequency", "one month")
                .containsEntry("Seasons", "12 months");
    }

    @Test
    void aYearBesideTheNumberOfAMonthThatIsCalledShortly() throws Exception {
        StringBuilder file = new StringBuilder("yr,mo,shop,n\n");
        for (int month = 0; month < 48; month++) {
            for (int shop = 1; shop <= 2; shop++) {
                file.append("%d,%d,%d,%d%n".formatted(2020 + month / 12, month % 12 + 1, shop, value(month, 12)));
            }
        }
        Understanding understood = understood(file, "2024-01-01");

        assertThat(understood.facts()).containsEntry("Frequency", "one month");
        assertThat(understood.options()).containsEntry("column.item", "shop").containsEntry("column.value", "n");
    }

    @Test
    void aYearBesideAQuarterInWords() throws Exception {
        StringBuilder file = new StringBuilder("Year,Quarter,Production\n");
        for (int quarter = 0; quarter < 40; quarter++) {
            file.append("%d,Q%d,%d%n".formatted(2010 + quarter / 4, quarter % 4 + 1, value(quarter, 4) + quarter % 3));
        }
        assertThat(understood(file, "2020-01-01").facts()).containsEntry("Frequency", "one quarter");
    }

    @Test
    void aDateBesideAnHour() throws Exception {
        for (String hour : List.of("%d", "%02d:00")) {
            StringBuilder file = new StringBuilder("Datum,Stunde,Verbrauch\n");
            for (int at = 0; at < 24 * 20; at++) {
                LocalDate date = LocalDate.of(2024, 2, 1).plusDays(at / 24);
                file.append("%td.%<tm.%<tY,".formatted(date));
                file.append((hour + ",%d%n").formatted(at % 24 + (hour.equals("%d") ? 1 : 0), value(at, 24)));
            }
            Understanding understood = understood(file, "2024-02-21T00:00:00Z");

            assertThat(understood.facts()).containsEntry("Frequency", "one hour");
            assertThat(understood.options()).containsEntry("column.time", "Datum");
        }
    }

    /** A year is not over when its file is brought: what has no figure yet is asked, and no hole. */
    @Test
    void monthsAcross() throws Exception {
        for (String heads : List.of(
                "JAN,FEB,MAR,APR,MAY,JUN,JUL,AUG,SEP,OCT,NOV,DEC",
                "Januar,Februar,März,April,Mai,Juni,Juli,August,September,Oktober,November,Dezember",
                "gen,feb,mar,apr,mag,giu,lug,ago,set,ott,nov,dic")) {
            StringBuilder file = new StringBuilder("Artikel,Jahr," + heads + "\n");
            for (int item = 0; item < 2; item++) {
                for (int year = 2018; year <= 2024; year++) {
                    file.append("A%d,%d".formatted(item, year));
                    for (int month = 0; month < 12; month++) {
                        file.append(year == 2024 && month > 4 ? "," : "," + (item + 1) * value(month, 12));
                    }
                    file.append('\n');
                }
            }
            Understanding understood = understood(file, "2024-06-01");

            assertThat(understood.facts())
                    .containsEntry("Period", "2018-01-01 to 2024-05-01")
                    .containsEntry("Seasons", "12 months");
            assertThat(understood.task()).startsWith("Forecast 2 series");
            assertThat(understood.options())
                    .containsEntry("column.time", "Jahr")
                    .doesNotContainKey("column.value");
        }
    }

    @Test
    void hoursAcross() throws Exception {
        StringBuilder file = new StringBuilder("date");
        for (int hour = 1; hour <= 24; hour++) {
            file.append(",H").append(hour);
        }
        for (int day = 0; day < 20; day++) {
            file.append('\n').append(LocalDate.of(2024, 2, 1).plusDays(day));
            for (int hour = 0; hour < 24; hour++) {
                file.append(',').append(value(hour, 24));
            }
        }
        assertThat(understood(file.append('\n'), "2024-02-21T00:00:00Z").facts())
                .containsEntry("Frequency", "one hour");
    }

    @Test
    void aLaterFileWithoutAPartIsRefused() throws Exception {
        StringBuilder file = new StringBuilder("year,month,day,sales\n");
        for (int day = 0; day < 60; day++) {
            LocalDate date = LocalDate.of(2024, 1, 1).plusDays(day);
            file.append("%d,%d,%d,%d%n"
                    .formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), value(day, 7)));
        }
        var model = run.train(CsvFiles.parse(file.toString()));
        assertThatThrownBy(() -> run.score(model, CsvFiles.parse("year,month,sales\n2024,3,5\n")))
                .hasMessage("The file lacks \"day\", which the model was trained with.");
    }

    /** What is understood, the same once more when it is confirmed, and what the forecasts begin with. */
    private Understanding understood(StringBuilder file, String first) throws Exception {
        MemoryTable table = CsvFiles.parse(file.toString());
        Understanding understood = run.inspect(table);
        TemplateRun confirmed = run.withOptions(understood.options());
        assertThat(confirmed.inspect(table).facts()).isEqualTo(understood.facts());
        MemoryTable result = run.score(run.train(table), table).result();
        String time = understood.options().get("column.time");
        assertThat(result.texts(time)).first().isEqualTo(first);
        return understood;
    }

    private static int value(int at, int period) {
        return 100 + (int) Math.round(40 * Math.sin(2 * Math.PI * at / period));
    }
}
