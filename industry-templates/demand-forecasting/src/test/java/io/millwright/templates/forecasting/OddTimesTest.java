package io.millwright.templates.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.Understanding;
import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateRun;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Which column is the time where several could be, and how it is read. */
class OddTimesTest extends QuickForecasts {

    @Test
    void americanFirstDaysOfMonthsAreMonths() throws Exception {
        StringBuilder file = new StringBuilder("date,sales\n");
        for (int month = 0; month < 36; month++) {
            file.append("%d/1/%d,%d%n".formatted(month % 12 + 1, 2022 + month / 12, value(month, 12)));
        }
        assertThat(understood(file).facts()).containsEntry("Frequency", "one month");
    }

    /** The form of a project sends what was understood back with the training. */
    @Test
    void aYearAndAWeekAreTheTimeTogetherAlsoWhenTheWeekWasConfirmed() throws Exception {
        StringBuilder file = new StringBuilder("Jahr,KW,Artikel,Menge\n");
        for (int week = 0; week < 156; week++) {
            for (int item = 0; item < 2; item++) {
                file.append("%d,%d,A%d,%d%n".formatted(2021 + week / 52, week % 52 + 1, item, value(week, 13)));
            }
        }
        MemoryTable table = CsvFiles.parse(file.toString());
        Map<String, String> confirmed = new HashMap<>(run.inspect(table).options());
        confirmed.put("preset", "quick");
        TemplateRun again = run.withOptions(confirmed);
        MemoryTable result = again.score(again.train(table), table).result();
        assertThat(result.texts("Artikel")).containsOnly("A0", "A1");
        assertThat(result.texts("KW")).first().isEqualTo("2024-01-01");
    }

    @Test
    void theDateCountsMoreThanTheMonthThatRepeatsIt() throws Exception {
        StringBuilder file = new StringBuilder("Buchungsdatum,Monat,Artikel,Menge\n");
        for (int day = 0; day < 120; day++) {
            LocalDate date = LocalDate.of(2024, 1, 1).plusDays(day);
            for (int item = 0; item < 2; item++) {
                file.append("%s,%d,A%d,%d%n".formatted(date, date.getMonthValue(), item, value(day, 7)));
            }
        }
        Understanding understood = understood(file);
        assertThat(understood.facts()).containsEntry("Frequency", "one day");
        assertThat(understood.options()).containsEntry("column.time", "Buchungsdatum");
    }

    /** The week counts on over years; when a product came to the market says nothing of the row. */
    @Test
    void aDateThatTheNumberDoesNotRepeatIsNotTheTime() throws Exception {
        StringBuilder file = new StringBuilder("product,launch_date,week,units\n");
        for (int week = 1; week <= 100; week++) {
            for (int product = 0; product < 3; product++) {
                file.append(
                        "P%d,%s,%d,%d%n".formatted(product, LocalDate.of(2020, 1 + product, 5), week, value(week, 13)));
            }
        }
        assertThat(understood(file).options()).containsEntry("column.time", "week");
    }

    @Test
    void aYearAloneIsATime() throws Exception {
        StringBuilder file = new StringBuilder("country,Year,value\n");
        for (int year = 2023; year >= 1990; year--) {
            for (String country : new String[] {"A", "B"}) {
                file.append("%s,%d,%d%n".formatted(country, year, value(year, 9)));
            }
        }
        MemoryTable table = CsvFiles.parse(file.toString());
        assertThat(run.inspect(table).options()).containsEntry("column.time", "Year");
        assertThat(run.score(run.train(table), table).result().texts("Year"))
                .first()
                .isEqualTo("2024");
    }

    @Test
    void numbersWithFractionsAreNoSteps() {
        StringBuilder file = new StringBuilder("t,sales\n");
        for (int step = 0; step < 40; step++) {
            file.append("%d.%d,%d%n".formatted(step / 7, step % 7, value(step, 7)));
        }
        assertThatThrownBy(() -> understood(file))
                .hasMessage(
                        "\"t\" was taken for the time, but holds numbers with fractions, such as 0.0, which tell no steps.");
    }

    @Test
    void headsOfColumnsMayBeMonthsInManyWays() throws Exception {
        for (String pattern : List.of(
                "en uuuuMM", "en MM.uuuu", "en MMM uuuu", "en MM/uuuu", "de MMM uu", "fr MMMM uuuu", "es MMM-uuuu")) {
            StringBuilder file = new StringBuilder("Product");
            var format = DateTimeFormatter.ofPattern(pattern.substring(3), Locale.of(pattern.substring(0, 2)));
            for (int month = 0; month < 30; month++) {
                file.append(',').append(YearMonth.of(2022, 1).plusMonths(month).format(format));
            }
            for (int product = 0; product < 4; product++) {
                file.append("\nP").append(product);
                for (int month = 0; month < 30; month++) {
                    file.append(',').append((product + 1) * value(month, 12));
                }
            }
            assertThat(understood(file.append('\n')).facts())
                    .describedAs(pattern)
                    .containsEntry("Frequency", "one month")
                    .containsEntry("Period", "2022-01-01 to 2024-06-01");
        }
    }

    @Test
    void aLaterWindowOfColumnsGoesOnAtItsOwnDates() throws Exception {
        var model = run.train(window(YearMonth.of(2021, 1)));
        assertThat(run.score(model, window(YearMonth.of(2021, 7))).result().texts("time"))
                .first()
                .isEqualTo("2024-01-01");
    }

    private static MemoryTable window(YearMonth first) {
        StringBuilder file = new StringBuilder("Product");
        for (int month = 0; month < 30; month++) {
            file.append(',').append(first.plusMonths(month));
        }
        for (int product = 0; product < 4; product++) {
            file.append("\nP").append(product);
            for (int month = 0; month < 30; month++) {
                int calendar = first.plusMonths(month).getMonthValue();
                file.append(',').append((product + 1) * value(calendar, 12));
            }
        }
        return CsvFiles.parse(file.append('\n').toString());
    }

    /** What somebody asks about later does not move what is asked about the others. */
    @Test
    void aLaterLaunchLeavesTheOthersWhereTheyAre() throws Exception {
        StringBuilder file = new StringBuilder("item,day,promo,units\n");
        StringBuilder asked = new StringBuilder("item,day,promo,units\n");
        for (int day = 0; day < 107; day++) {
            LocalDate date = LocalDate.of(2024, 1, 1).plusDays(day);
            for (String item : new String[] {"A", "B"}) {
                int promo = day % 5 == 0 ? 1 : 0;
                int units = value(day, 7) * (1 + promo);
                (day < 100 ? file : asked).append("%s,%s,%d,%s%n".formatted(item, date, promo, day < 100 ? units : ""));
            }
            if (day >= 104) {
                asked.append("C,%s,%d,%n".formatted(date, 0));
            }
        }
        MemoryTable result = run.score(run.train(CsvFiles.parse(file.toString())), CsvFiles.parse(asked.toString()))
                .result();
        for (int row = 0; row < result.texts("item").size(); row++) {
            if ("1".equals(result.texts("step").get(row))) {
                assertThat(result.texts("day").get(row)).isEqualTo("2024-04-10");
            }
        }
        assertThat(result.texts("item")).contains("A", "B", "C");
    }

    /** Sold about monthly, and not in the last weeks: the next days are asked, not the past ones. */
    @Test
    void whatIsRarelySoldIsForecastFromTheCommonEnd() throws Exception {
        StringBuilder file = new StringBuilder("part,date,units\n");
        for (int day = 0; day < 300; day++) {
            LocalDate date = LocalDate.of(2024, 1, 1).plusDays(day);
            file.append("often,%s,%d%n".formatted(date, value(day, 7)));
            if (day % 30 == 5 && day < 276) {
                file.append("rare,%s,%d%n".formatted(date, 3));
            }
        }
        MemoryTable table = CsvFiles.parse(file.toString());
        MemoryTable result = run.score(run.train(table), table).result();
        for (int row = 0; row < result.texts("part").size(); row++) {
            if ("1".equals(result.texts("step").get(row))) {
                assertThat(result.texts("date").get(row)).isEqualTo("2024-10-27");
            }
        }
    }

    /** Five demands in two years are a past; they are not what a new product has, that the others' sales are lent to. */
    @Test
    void whatIsVeryRarelySoldHasAPastOfItsOwn() throws Exception {
        StringBuilder file = new StringBuilder("part,date,units\n");
        SplittableRandom random = new SplittableRandom(4);
        for (int week = 0; week < 104; week++) {
            LocalDate date = LocalDate.of(2022, 1, 3).plusWeeks(week);
            for (int part = 0; part < 12; part++) {
                boolean sold = part == 0 ? week % 25 == 3 : random.nextInt(5) < 2;
                file.append(sold ? "P%d,%s,%d%n".formatted(part, date, part == 0 ? 1 : 20) : "");
            }
        }
        MemoryTable table = CsvFiles.parse(file.toString());
        MemoryTable result = run.score(run.train(table), table).result();
        for (int row = 0; row < result.rowCount(); row++) {
            if (result.texts("part").get(row).equals("P0")) {
                assertThat(result.numbers("forecast")[row]).isBetween(0.0, 0.3);
            }
        }
    }

    /** What is understood, and the same once more when it is confirmed. */
    private Understanding understood(StringBuilder file) throws Exception {
        MemoryTable table = CsvFiles.parse(file.toString());
        Understanding understood = run.inspect(table);
        Understanding again = run.withOptions(understood.options()).inspect(table);
        assertThat(again.task()).isEqualTo(understood.task());
        assertThat(again.facts()).isEqualTo(understood.facts());
        return understood;
    }

    private static int value(int at, int period) {
        return 100 + (int) Math.round(40 * Math.sin(2 * Math.PI * at / period));
    }
}
