package io.millwright.templates.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Rows only where something was demanded, which is not every day or week: how often is not the grid. */
class RareStepsTest extends QuickForecasts {

    private static final LocalDate MONDAY = LocalDate.of(2022, 1, 3);

    @Test
    void demandsEveryThirdWeekAreWeeks() throws Exception {
        StringBuilder file = new StringBuilder("part,date,units\n");
        for (int part = 0; part < 6; part++) {
            for (int round = 0; round < 30; round++) {
                file.append("P%d,%s,%d%n".formatted(part, MONDAY.plusWeeks(3 * round + part % 3), 5 + round % 4));
            }
        }
        MemoryTable table = CsvFiles.parse(file.toString());
        assertThat(run.inspect(table).facts()).containsEntry("Frequency", "one week");
        double[] forecast = run.score(run.train(table), table).result().numbers("forecast");
        double sum = 0;
        for (int step = 0; step < 12; step++) {
            sum += forecast[step];
        }
        assertThat(sum).isBetween(0.6 * 4 * 6.5, 1.4 * 4 * 6.5);
    }

    @Test
    void oneSeriesOfThemToo() throws Exception {
        StringBuilder file = new StringBuilder("date,units\n");
        for (int round = 0; round < 40; round++) {
            file.append("%s,%d%n".formatted(MONDAY.plusWeeks(3 * round), 5 + round % 4));
        }
        assertThat(run.inspect(CsvFiles.parse(file.toString())).facts()).containsEntry("Frequency", "one week");
    }

    /** Distances of one to some twenty days, of which three is met most often. */
    @Test
    void rareDemandsAreDays() throws Exception {
        SplittableRandom random = new SplittableRandom(4);
        StringBuilder file = new StringBuilder("part,date,units\n");
        for (int part = 0; part < 5; part++) {
            LocalDate date = MONDAY;
            for (int row = 0; row < 60; row++) {
                file.append("P%d,%s,%d%n".formatted(part, date, 1 + random.nextInt(5)));
                date = date.plusDays(random.nextInt(3) == 0 ? 3 : 1 + random.nextInt(20));
            }
        }
        assertThat(run.inspect(CsvFiles.parse(file.toString())).facts()).containsEntry("Frequency", "one day");
    }

    @Test
    void fortnightsAndReadingsEveryThirdWeekStayWhatTheyAre() throws Exception {
        assertThat(frequency(14, 0)).isEqualTo("one 14-day step");
        assertThat(frequency(21, 0.5)).isEqualTo("one 21-day step");
        assertThat(frequency(2, 0)).isEqualTo("one 2-day step");
    }

    private String frequency(int days, double fraction) throws Exception {
        StringBuilder file = new StringBuilder("date,reading\n");
        for (int row = 0; row < 40; row++) {
            file.append("%s,%s%n".formatted(MONDAY.plusDays((long) days * row), 20 + row % 5 + fraction));
        }
        return run.inspect(CsvFiles.parse(file.toString())).facts().getOrDefault("Frequency", "");
    }
}
