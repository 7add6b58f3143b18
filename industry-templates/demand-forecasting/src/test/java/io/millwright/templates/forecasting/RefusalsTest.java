package io.millwright.templates.forecasting;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateRun;
import io.millwright.plugins.testkit.TrainedModel;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of files and choices that nothing can be forecast with. */
class RefusalsTest extends QuickForecasts {

    @Test
    void aFileWithoutRows() {
        refused(run, CsvFiles.parse("date,sales\n"), "The file has no rows.");
    }

    @Test
    void aFileWithoutFigures() {
        refused(
                run,
                CsvFiles.parse("date,place\n2024-01-01,north\n2024-01-02,north\n2024-01-03,south\n"),
                "The file has no column of changing numbers that could be forecast.");
    }

    @Test
    void aFileWithoutAnyValue() {
        refused(
                run,
                CsvFiles.parse("date,sales,price\n2024-01-01,,2\n2024-01-02,,3\n2024-01-03,,2\n"),
                "\"sales\" has no value in any row, so there is nothing to learn from.");
    }

    @Test
    void aTimeThatIsNone() {
        refused(
                run.withOptions(Map.of("column.time", "place", "column.value", "sales")),
                CsvFiles.parse("place,sales\nnorth,1\nsouth,2\nwest,3\n"),
                "\"place\" was chosen as the time, but holds neither dates nor numbers.");
    }

    @Test
    void aColumnThatIsNotThere() {
        refused(
                run.withOptions(Map.of("column.item", "colour")),
                days(60),
                "There is no column \"colour\", which was chosen as item.");
    }

    @Test
    void anEffortThatIsUnknown() {
        refused(run.withOptions(Map.of("preset", "heroic")), days(60), "The option \"preset\" is \"heroic\".");
    }

    @Test
    void aLongFileForAWideModel() throws Exception {
        StringBuilder wide = new StringBuilder("id");
        for (int step = 1; step <= 40; step++) {
            wide.append(",m_").append(step);
        }
        for (int series = 0; series < 4; series++) {
            wide.append("\ns").append(series);
            for (int step = 0; step < 40; step++) {
                wide.append(",").append(10 + step % 4 + series);
            }
        }
        TrainedModel model = run.train(CsvFiles.parse(wide + "\n"));
        assertThatThrownBy(() -> run.score(model, CsvFiles.parse("id,date,sales\ns0,2024-01-01,3\n")))
                .hasMessage(
                        "The model was trained on a file with the steps as columns, and this one has no such columns.");
    }

    private static void refused(TemplateRun run, MemoryTable table, String sentence) {
        assertThatThrownBy(() -> run.train(table)).hasMessage(sentence);
    }

    private static MemoryTable days(int count) {
        StringBuilder file = new StringBuilder("date,sales\n");
        for (int day = 0; day < count; day++) {
            file.append("%s,%d%n".formatted(LocalDate.of(2024, 1, 1).plusDays(day), 10 + day % 7));
        }
        return CsvFiles.parse(file.toString());
    }
}
