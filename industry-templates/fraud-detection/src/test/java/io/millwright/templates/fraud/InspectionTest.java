package io.millwright.templates.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.testkit.TableBuilder;
import io.millwright.plugins.testkit.TemplateRun;
import java.nio.file.Path;
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
