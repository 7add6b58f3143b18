package io.millwright.templates.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.TableBuilder;
import io.millwright.plugins.testkit.TemplateRun;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {
    @TempDir
    private Path folder;

    @Test
    void tellsThePaymentsFromTheirCasesPeriodAndValidation() throws Exception {
        var understood = TemplateRun.of(FraudDetection::new, folder).inspect(Samples.small());
        assertThat(understood.task()).startsWith("Find the fraud among ").contains("of 40 days");
        assertThat(understood.facts()).containsKeys("Outcome", "Time", "Amount", "Customer", "Period", "Validation");
        assertThat(understood.facts().get("Validation")).startsWith("by time: judged on ");
        assertThat(understood.options()).containsKeys("column.label", "column.time", "column.amount");
    }

    @Test
    void aDateInThreeColumnsIsTheTime() throws Exception {
        StringBuilder csv = new StringBuilder("Jahr,Monat,Tag,Stunde,Kontonummer,Betrag,Betrug\n");
        Random random = new Random(5);
        for (int row = 0; row < 2_000; row++) {
            LocalDate day = LocalDate.of(2023, 11, 20).plusDays(row / 40);
            csv.append("%d,%d,%d,%d,%d,%d.5,%d\n"
                    .formatted(
                            day.getYear(),
                            day.getMonthValue(),
                            day.getDayOfMonth(),
                            random.nextInt(24),
                            1000 + random.nextInt(60),
                            random.nextInt(90),
                            random.nextInt(20) == 0 ? 1 : 0));
        }
        var understood = TemplateRun.of(FraudDetection::new, folder).inspect(CsvFiles.parse(csv.toString()));
        assertThat(understood.facts())
                .containsEntry("Time", "\"Jahr-Monat-Tag-Stunde\"")
                .containsEntry("Period", "2023-11-20, 50 days");
        assertThat(understood.facts().get("Validation")).startsWith("by time");
        assertThat(understood.options()).doesNotContainKey("column.time");
    }

    @Test
    void daysFromAStartAreNumbered() throws Exception {
        StringBuilder csv = new StringBuilder("step,amount,nameDest,isFraud\n");
        for (int row = 0; row < 2_000; row++) {
            csv.append("%d,%d.5,C%d,%d\n".formatted(1 + row / 2, row % 90, row % 40, row % 19 == 0 ? 1 : 0));
        }
        var understood = TemplateRun.of(FraudDetection::new, folder).inspect(CsvFiles.parse(csv.toString()));
        assertThat(understood.facts()).containsEntry("Period", "day 1, 42 days");
        assertThat(understood.facts().get("Validation")).doesNotContain("1970");
    }

    @Test
    void warnsOfAColumnThatGivesTheOutcomeAway() throws Exception {
        var columns = List.of(
                new Column("income", ColumnType.DECIMAL),
                new Column("collected", ColumnType.DECIMAL),
                new Column("default", ColumnType.INTEGER));
        var table = new TableBuilder(new ArrayList<>(columns));
        Random random = new Random(5);
        for (int row = 0; row < 400; row++) {
            int outcome = random.nextInt(4) == 0 ? 1 : 0;
            table.number(random.nextDouble())
                    .number(outcome * 10 + random.nextDouble())
                    .integer(outcome)
                    .endRow();
        }
        var understood = TemplateRun.of(FraudDetection::new, folder)
                .withOptions(Map.of("preset", "quick"))
                .inspect(table.build());
        assertThat(understood.notes())
                .filteredOn(note -> note.level() == Report.Note.Level.WARNING)
                .extracting(Report.Note::text)
                .anyMatch(text -> text.contains("\"collected\"") && text.contains("give the outcome away"));
        assertThat(understood.facts().get("Validation")).contains("by chance");
    }
}
