package io.millwright.templates.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TrainedModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Layouts, frequencies and gaps that files come with, and what is refused. */
class OddFilesTest extends QuickForecasts {

    @Test
    void monthsHaveTheirOwnLengths() throws Exception {
        StringBuilder file = new StringBuilder("Monat;Menge\n");
        for (int month = 0; month < 60; month++) {
            LocalDate day = LocalDate.of(2019, 1, 1).plusMonths(month);
            file.append("%02d.%02d.%d;%d%n"
                    .formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear(), season(month, 12)));
        }
        MemoryTable table = CsvFiles.parse(file.toString().replace(';', ','));
        assertThat(run.inspect(table).facts())
                .containsEntry("Frequency", "one month")
                .containsEntry("Seasons", "12 months")
                .containsEntry("Steps ahead", "18");
        MemoryTable result = run.score(run.train(table), table).result();
        assertThat(result.rowCount()).isEqualTo(18);
        assertThat(result.texts("Monat")).first().isEqualTo("2024-01-01");
        for (int step = 0; step < 12; step++) {
            double expected = season(step, 12);
            assertThat(result.numbers("forecast")[step]).isBetween(0.8 * expected, 1.2 * expected);
        }
    }

    @Test
    void rowsLeftOutAreZeroAndNewRowsGoOn() throws Exception {
        StringBuilder file = new StringBuilder("product,date,units\n");
        StringBuilder later = new StringBuilder("product,date,units\n");
        for (int day = 0; day < 154; day++) {
            for (String product : new String[] {"a", "b"}) {
                if (day % 7 < 5) {
                    (day < 140 ? file : later)
                            .append("%s,%s,%d%n"
                                    .formatted(product, LocalDate.of(2024, 1, 1).plusDays(day), 20 + day % 7));
                }
            }
        }
        TrainedModel model = run.train(CsvFiles.parse(file.toString()));
        assertThat(model.report().notes())
                .anySatisfy(note -> assertThat(note.text()).contains("taken for zero"));
        MemoryTable result = run.score(model, CsvFiles.parse(later.toString())).result();
        assertThat(result.rowCount()).isEqualTo(2 * 14);
        assertThat(result.texts("date"))
                .first()
                .isEqualTo(LocalDate.of(2024, 1, 1).plusDays(152).toString());
        assertThat(result.numbers("forecast")[2]).isBetween(18.0, 22.0);
    }

    @Test
    void quartersMayBeWritten() throws Exception {
        StringBuilder file = new StringBuilder("Quartal,Absatz\n");
        for (int quarter = 0; quarter < 40; quarter++) {
            file.append("%d-Q%d,%d%n".formatted(2012 + quarter / 4, quarter % 4 + 1, season(quarter, 4)));
        }
        MemoryTable table = CsvFiles.parse(file.toString());
        assertThat(run.inspect(table).facts())
                .containsEntry("Frequency", "one quarter")
                .containsEntry("Steps ahead", "8");
        assertThat(run.score(run.train(table), table).result().texts("Quartal"))
                .first()
                .isEqualTo("2022-01-01");
    }

    @Test
    void quarterHoursRepeatThemselvesEachDay() throws Exception {
        StringBuilder file = new StringBuilder("Zeitpunkt,Verbrauch\n");
        for (int step = 0; step < 96 * 21; step++) {
            file.append("%s,%d%n".formatted(Instant.ofEpochSecond(1_700_000_100L + 900L * step), season(step, 96)));
        }
        MemoryTable table = CsvFiles.parse(file.toString());
        assertThat(run.inspect(table).facts())
                .containsEntry("Frequency", "one 15-minute step")
                .containsEntry("Steps ahead", "192");
        MemoryTable result = run.score(run.train(table), table).result();
        assertThat(result.numbers("forecast")[24]).isBetween(130.0, 150.0);
    }

    /** Three columns name a series, one of them by a name that says nothing, and one column only looks like a key. */
    @Test
    void rowsSayWhichColumnsNameASeries() throws Exception {
        StringBuilder file = new StringBuilder("Woche,Filiale,Artikel,Farbe,Wetter,Stück\n");
        for (int week = 0; week < 60; week++) {
            for (int series = 0; series < 12; series++) {
                file.append("%s,F%d,A%d,%s,%s,%d%n"
                        .formatted(
                                LocalDate.of(2022, 1, 3).plusWeeks(week),
                                series % 2,
                                series / 2 % 3,
                                series < 6 ? "rot" : "blau",
                                week % 3 == 0 ? "nass" : "trocken",
                                season(week, 12) + series));
            }
        }
        var understood = run.inspect(CsvFiles.parse(file.toString()));
        assertThat(understood.task()).startsWith("Forecast 12 series");
        assertThat(understood.options())
                .containsEntry("column.item", "Artikel")
                .containsEntry("column.place", "Filiale");
        assertThat(understood.facts().get("Layout")).contains("\"Artikel\", \"Farbe\", \"Filiale\"");
    }

    @Test
    void aColumnThatIsItemAndPlaceNamesASeriesOnce() throws Exception {
        StringBuilder file = new StringBuilder("date,store,sold\n");
        for (int day = 0; day < 100; day++) {
            for (String store : List.of("north", "south")) {
                file.append("%s,%s,%d%n".formatted(LocalDate.of(2024, 1, 1).plusDays(day), store, season(day, 7)));
            }
        }
        var understood = run.withOptions(Map.of("column.item", "store", "column.place", "store"))
                .inspect(CsvFiles.parse(file.toString()));
        assertThat(understood.facts().get("Layout")).containsOnlyOnce("store");
        assertThat(understood.options()).doesNotContainKey("column.place");
    }

    /** Text beside a time that no two rows share names no series. */
    @Test
    void oneSeriesMayHaveWordsBesideIt() throws Exception {
        StringBuilder file = new StringBuilder("fecha,ventas,promocion\n");
        for (int day = 0; day < 200; day++) {
            boolean promoted = day % 9 == 4;
            file.append("%s,%d,%s%n"
                    .formatted(
                            LocalDate.of(2024, 1, 1).plusDays(day),
                            season(day, 7) * (promoted ? 2 : 1),
                            promoted ? "si" : "no"));
        }
        var understood = run.inspect(CsvFiles.parse(file.toString()));
        assertThat(understood.task()).startsWith("Forecast 1 series");
        assertThat(understood.facts()).containsEntry("Known ahead", "\"promocion\"");
    }

    @Test
    void yearAndWeekMayBeTwoColumns() throws Exception {
        StringBuilder file = new StringBuilder("Jahr,KW,Artikel,Menge\n");
        for (int week = 0; week < 156; week++) {
            for (int item = 0; item < 2; item++) {
                file.append("%d,%d,A%d,%d%n".formatted(2021 + week / 52, week % 52 + 1, item, season(week, 13)));
            }
        }
        MemoryTable table = CsvFiles.parse(file.toString());
        var understood = run.inspect(table);
        assertThat(understood.task()).startsWith("Forecast 2 series");
        assertThat(understood.facts()).containsEntry("Frequency", "one week");
        assertThat(run.score(run.train(table), table).result().texts("KW"))
                .first()
                .isEqualTo("2024-01-01");
    }

    @Test
    void seriesInRowsMayEndEarly() throws Exception {
        StringBuilder file = new StringBuilder("id");
        for (int step = 1; step <= 60; step++) {
            file.append(",d_").append(step);
        }
        for (int series = 0; series < 5; series++) {
            file.append("%nS%d".formatted(series));
            for (int step = 0; step < 60; step++) {
                file.append(step < 60 - 3 * series ? "," + (series + 1) * season(step, 7) : ",");
            }
        }
        MemoryTable table = CsvFiles.parse(file + "\n");
        assertThat(run.inspect(table).facts()).containsEntry("Seasons", "7 steps");
        MemoryTable result = run.score(run.train(table), table).result();
        assertThat(result.rowCount()).isEqualTo(5 * 14);
        double expected = 5.0 * season(48, 7);
        assertThat(result.numbers("forecast")[4 * 14]).isBetween(0.9 * expected, 1.1 * expected);
    }

    @Test
    void stepsMayBeNumbersAndFiguresNegative() throws Exception {
        StringBuilder file = new StringBuilder("store,week,demand\n");
        for (int store = 1; store <= 3; store++) {
            for (int week = 40; week < 140; week += 2) {
                file.append("%d,%d,%d%n".formatted(store, week, season(week / 2, 8) - 200));
            }
        }
        MemoryTable table = CsvFiles.parse(file.toString());
        MemoryTable result = run.score(run.train(table), table).result();
        assertThat(result.numbers("week")[0]).isEqualTo(140);
        assertThat(result.numbers("week")[1]).isEqualTo(142);
        assertThat(result.numbers("lower95")[0]).isNegative();
    }

    @Test
    void monthsMayHaveNoDay() throws Exception {
        StringBuilder file = new StringBuilder("period,product,sales\n");
        for (int month = 0; month < 48; month++) {
            file.append("%d-%02d,a,%d%n".formatted(2019 + month / 12, month % 12 + 1, season(month, 12)));
        }
        MemoryTable table = CsvFiles.parse(file.toString());
        assertThat(run.inspect(table).facts()).containsEntry("Frequency", "one month");
    }

    @Test
    void eachColumnMayBeASeries() throws Exception {
        StringBuilder file = new StringBuilder("date,north,south\n");
        for (int day = 0; day < 90; day++) {
            file.append(
                    "%s,%d,%d%n".formatted(LocalDate.of(2024, 1, 1).plusDays(day), season(day, 7), 3 * season(day, 7)));
        }
        MemoryTable table = CsvFiles.parse(file.toString());
        MemoryTable result = run.score(run.train(table), table).result();
        assertThat(result.rowCount()).isEqualTo(2 * 14);
        assertThat(result.texts("series")).contains("north", "south");
    }

    @Test
    void countedColumnsBesideATimeAreNoSteps() throws Exception {
        StringBuilder file = new StringBuilder("store,week,demand");
        for (int price = 1; price <= 11; price++) {
            file.append(",price").append(price);
        }
        for (int store = 1; store <= 3; store++) {
            for (int week = 1; week <= 60; week++) {
                file.append("%n%d,%d,%d".formatted(store, week, season(week, 8)));
                for (int price = 1; price <= 11; price++) {
                    file.append(",").append(week % price + 1);
                }
            }
        }
        assertThat(run.inspect(CsvFiles.parse(file + "\n")).task()).startsWith("Forecast 3 series");
    }

    @Test
    void aSeriesThatNeverChangesStaysAsItIs() throws Exception {
        StringBuilder file = new StringBuilder("date,sales\n");
        for (int day = 0; day < 50; day++) {
            file.append("%s,7%n".formatted(LocalDate.of(2024, 1, 1).plusDays(day)));
        }
        MemoryTable table = CsvFiles.parse(file.toString());
        assertThat(run.score(run.train(table), table).result().numbers("forecast"))
                .containsOnly(7);
    }

    @Test
    void tooShortHistoriesAreRefused() {
        MemoryTable table = CsvFiles.parse("date,sales\n2024-01-01,1\n2024-01-02,2\n2024-01-03,3\n");
        assertThatThrownBy(() -> run.train(table))
                .hasMessage("Most series have fewer than 8 steps (typically 3), so nothing can be learnt and judged.");
    }

    @Test
    void theOrderOfRowsDoesNotMatter() throws Exception {
        List<String> rows = new ArrayList<>();
        for (int day = 0; day < 100; day++) {
            rows.add("%s,%d".formatted(LocalDate.of(2024, 1, 1).plusDays(day), season(day, 7)));
        }
        MemoryTable sorted = CsvFiles.parse("date,sales\n" + String.join("\n", rows) + "\n");
        Collections.shuffle(rows, new Random(4));
        MemoryTable shuffled = CsvFiles.parse("date,sales\n" + String.join("\n", rows) + "\n");
        assertThat(run.train(shuffled).digests()).isEqualTo(run.train(sorted).digests());
    }

    @Test
    void aFileWithoutTheValueIsRefusedAtScoring() throws Exception {
        StringBuilder file = new StringBuilder("date,sales,price\n");
        for (int day = 0; day < 60; day++) {
            file.append("%s,%d,2%n".formatted(LocalDate.of(2024, 1, 1).plusDays(day), season(day, 7)));
        }
        MemoryTable table = CsvFiles.parse(file.toString());
        TrainedModel model = run.train(table);
        assertThatThrownBy(() -> run.score(model, table.without("sales")))
                .hasMessage("The file lacks \"sales\", which the model was trained with.");
    }

    @Test
    void momentsOnNoGridAreRefused() {
        StringBuilder file = new StringBuilder("time,sales\n");
        long second = 1_700_000_000L;
        for (int row = 0; row < 500; row++) {
            second += 1 + row * 7919L % 50_000;
            file.append("%s,%d%n".formatted(Instant.ofEpochSecond(second), row % 9));
        }
        assertThatThrownBy(() -> run.train(CsvFiles.parse(file.toString())))
                .hasMessageStartingWith("The times lie on no regular grid");
    }

    private static int season(int at, int period) {
        return 100 + (int) Math.round(40 * Math.sin(2 * Math.PI * at / period));
    }
}
