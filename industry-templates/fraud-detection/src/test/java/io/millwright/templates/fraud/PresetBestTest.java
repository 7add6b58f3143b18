package io.millwright.templates.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateRun;
import io.millwright.plugins.testkit.TrainedModel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetBestTest {

    @TempDir
    private Path folder;

    @Test
    void aWideTableIsSearchedAndJudgedOnRowsTheSearchHasNotSeen() throws Exception {
        MemoryTable table = clients(600);
        TrainedModel model = run("best").train(table);
        Chart.Trials trials = trials(model.report());
        assertThat(trials.results()).hasSizeBetween(8, Tuning.TRIALS).allSatisfy(result -> assertThat(result.figures())
                .containsKeys("auc", "averagePrecision", "trees"));
        assertThat(model.report().notes())
                .extracting(Report.Note::text)
                .anyMatch(text -> text.startsWith("Judged on 121 rows chosen by chance, one in 5"))
                .anyMatch(text -> text.startsWith("Tried ") && text.contains("with the usual ones"));
        assertThat(run("best").train(table).digests()).isEqualTo(model.digests());
    }

    @Test
    void fewCasesAreNotSearched() throws Exception {
        Report report = run("best").train(clients(40)).report();
        assertThat(report.charts()).noneMatch(Chart.Trials.class::isInstance);
        assertThat(report.notes()).extracting(Report.Note::text).anyMatch(text -> text.startsWith("Nothing was tried"));
    }

    private TemplateRun run(String preset) {
        return TemplateRun.of(FraudDetection::new, folder).withOptions(Map.of("preset", preset, "rounds", "15"));
    }

    private static MemoryTable clients(int rows) {
        Random random = new Random(3);
        StringBuilder csv = new StringBuilder("income,debt,years,default\n");
        for (int row = 0; row < rows; row++) {
            double debt = random.nextDouble();
            int outcome = random.nextDouble() < 0.1 + 0.4 * debt ? 1 : 0;
            csv.append(String.format(
                    Locale.ROOT, "%.3f,%.3f,%d,%d%n", random.nextDouble(), debt, random.nextInt(30), outcome));
        }
        return CsvFiles.parse(csv.toString());
    }

    private static Chart.Trials trials(Report report) {
        return report.charts().stream()
                .filter(Chart.Trials.class::isInstance)
                .map(Chart.Trials.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
