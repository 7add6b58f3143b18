package io.millwright.templates.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateRun;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A column of words names series only where the same time comes more than once. */
class WordsBesideTimesTest {

    private static final String[] WEATHER = {"sun", "rain", "fog"};

    @TempDir
    Path folder;

    @Test
    void wordsOfADayAreNoSeriesWhereDaysDiffer() throws Exception {
        assertThat(inspect(1)).containsEntry("Series", "1, typically 120 days long");
    }

    @Test
    void wordsAreSeriesWhereDaysComeAgain() throws Exception {
        assertThat(inspect(3)).containsEntry("Series", "3, typically 120 days long");
    }

    private Map<String, String> inspect(int rowsADay) throws Exception {
        StringBuilder file = new StringBuilder("date,visitors,weather\n");
        for (int day = 0; day < 120; day++) {
            for (int row = 0; row < rowsADay; row++) {
                file.append("%s,%d,%s%n"
                        .formatted(
                                LocalDate.of(2024, 1, 1).plusDays(day),
                                100 + 30 * (day % 7) + row,
                                WEATHER[(day * day + row) % WEATHER.length]));
            }
        }
        MemoryTable table = CsvFiles.parse(file.toString());
        return TemplateRun.of(DemandForecasting::new, folder)
                .withOptions(Map.of("preset", "quick"))
                .inspect(table)
                .facts();
    }
}
