package io.millwright.templates.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.Understanding;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateRun;
import io.millwright.plugins.testkit.TrainedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failures as a column tells them: of rows without histories, by sorts, and ahead of time on machines that are repaired. */
class FailureTest {

    private static final String MILLING = "Type,Air temperature,Rotational speed,Torque,Tool wear,Machine failure";
    private static final String REPAIRED = "compressor,hour,model,vibration,pressure,motor_current,failure";

    @TempDir
    Path folder;

    @Test
    void failuresOfRowsAreFound() throws Exception {
        MemoryTable file = Simulated.milling(MILLING, 4_000, 1, false);
        Understanding understood = run().inspect(file);
        assertThat(understood.options())
                .containsEntry("task", "failure")
                .containsEntry("column.failure", "Machine failure");
        TrainedModel model = run().train(file);
        assertThat(metric(model.report(), "auc")).isGreaterThan(0.95);
        assertThat(metric(model.report(), "averagePrecision")).isGreaterThan(0.7);
        assertThat(metric(model.report(), "calibrationError")).isLessThan(0.03);
        assertThat(metric(model.report(), "costSaved")).isGreaterThan(0.3);

        MemoryTable result = run().score(
                        model, Simulated.milling(MILLING, 1_000, 2, false).without("Machine failure"))
                .result();
        assertThat(result.rowCount()).isEqualTo(1_000);
        int alarms = 0;
        for (int row = 0; row < 1_000; row++) {
            boolean alarm = result.numbers("alarm")[row] == 1;
            alarms += alarm ? 1 : 0;
            assertThat(result.texts("reason1").get(row) != null).isEqualTo(alarm);
        }
        assertThat(alarms).isBetween(20, 300);
    }

    @Test
    void aGermanTableWithSortsOfFailures() throws Exception {
        MemoryTable file =
                Simulated.milling("Güte,Lufttemperatur,Drehzahl,Drehmoment,Verschleiß,Fehlerart", 4_000, 1, true);
        TrainedModel model = run().train(file);
        assertThat(metric(model.report(), "sortAccuracy")).isGreaterThan(0.8);
        List<String> sorts = run().score(model, file).result().texts("failure_type").stream()
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        assertThat(sorts).isSubsetOf("heat", "overload", "tool wear").hasSizeGreaterThan(1);
    }

    @Test
    void wordsNeverSeenAreLivedWith() throws Exception {
        TrainedModel model = run().train(Simulated.milling(MILLING, 2_000, 1, false));
        MemoryTable foreign = Simulated.milling(MILLING, 100, 2, false).replacedByText("Type", "titanium");
        assertThat(run().score(model, foreign).result().numbers("failure_probability"))
                .hasSize(100)
                .doesNotContain(Double.NaN);
    }

    @Test
    void aColumnThatSaysHowItFailedIsLeftOut() throws Exception {
        MemoryTable file = Simulated.milling(
                "Type,Air temperature,Rotational speed,Torque,how it failed,Machine failure", 3_000, 1, false);
        Report report = run().train(leaking()).report();
        assertThat(texts(report)).contains("give failures away").contains("\"HDF\"");
        assertThat(run().inspect(leaking()).notes().toString())
                .as("before it is trained")
                .contains("give failures away");
        assertThat(texts(run().train(file).report())).doesNotContain("give failures away");
    }

    @Test
    void failuresAreAnnouncedOnMachinesThatAreRepaired() throws Exception {
        MemoryTable file = Simulated.repaired(REPAIRED, 20, 500, 1);
        Understanding understood = run().inspect(file);
        assertThat(understood.options()).containsEntry("task", "failure").containsEntry("column.asset", "compressor");
        TemplateRun run = run(Map.of("horizon", "20"));
        TrainedModel model = run.train(file);
        assertThat(metric(model.report(), "announced")).isGreaterThan(0.9);
        assertThat(metric(model.report(), "auc")).isGreaterThan(0.95);
        assertThat(texts(model.report())).contains("on machines held out in turn");
        MemoryTable result = run.score(model, file.without("failure")).result();
        assertThat(result.rowCount()).isEqualTo(file.rowCount());
    }

    @Test
    void fewMachinesWithoutATimeAreJudgedOnLaterRows() throws Exception {
        MemoryTable file = Simulated.repaired("pump_id,hour,model,vibration,pressure,motor_current,failure", 3, 500, 1)
                .without("hour");
        assertThat(texts(run().train(file).report()))
                .contains("on later rows")
                .doesNotContain("on machines held out in turn");
    }

    @Test
    void sortsOfFailureAreAnnounced() throws Exception {
        MemoryTable file = Simulated.repaired(REPAIRED, 20, 400, 1);
        StringBuilder csv = new StringBuilder("compressor,hour,vibration,pressure,failure\n");
        for (int row = 0; row < file.rowCount(); row++) {
            for (String column : List.of("compressor", "hour", "vibration", "pressure")) {
                csv.append(file.texts(column).get(row)).append(',');
            }
            // a log: empty where nothing failed; old machines have failures of their own
            boolean failed = "1".equals(file.texts("failure").get(row));
            csv.append(failed ? "old".equals(file.texts("model").get(row)) ? "valve" : "bearing" : "")
                    .append('\n');
        }
        TemplateRun run = run(Map.of("horizon", "20"));
        TrainedModel model = run.train(io.millwright.plugins.testkit.CsvFiles.parse(csv.toString()));
        assertThat(metric(model.report(), "announced")).isGreaterThan(0.9);
        assertThat(model.report().metrics()).extracting(Metric::name).contains("sortAccuracy");
    }

    @Test
    void tooFewFailuresAreRefusedWhereTheyAreAskedFor() {
        MemoryTable file = Simulated.milling(MILLING, 60, 1, false);
        assertThatThrownBy(() -> run().train(file))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("at least 10 of each are needed");
    }

    @Test
    void oneClassOnlyIsRefused() {
        MemoryTable file = Simulated.milling(MILLING, 300, 1, false).replacedByText("Machine failure", "0");
        assertThatThrownBy(() -> run(Map.of("task", "failure")).train(file))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Every row has the same label");
    }

    /** With a column that is 1 in some of the failures only. */
    private static MemoryTable leaking() {
        MemoryTable whole = Simulated.milling(MILLING, 3_000, 1, true);
        List<String> sorts =
                whole.texts("Machine failure").stream().map(String::valueOf).toList();
        StringBuilder csv = new StringBuilder("Type,Torque,HDF,Machine failure\n");
        for (int row = 0; row < sorts.size(); row++) {
            csv.append(whole.texts("Type").get(row))
                    .append(',')
                    .append(whole.texts("Torque").get(row))
                    .append(',');
            csv.append(sorts.get(row).equals("heat") ? 1 : 0).append(',');
            csv.append(sorts.get(row).equals("none") ? 0 : 1).append('\n');
        }
        return io.millwright.plugins.testkit.CsvFiles.parse(csv.toString());
    }

    private static double metric(Report report, String name) {
        return report.metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .mapToDouble(Metric::value)
                .findFirst()
                .orElseThrow();
    }

    private static String texts(Report report) {
        return String.join("\n", report.notes().stream().map(Report.Note::text).toList());
    }

    private TemplateRun run() {
        return run(Map.of());
    }

    private TemplateRun run(Map<String, String> more) {
        Map<String, String> all = new java.util.HashMap<>(Map.of("preset", "quick", "rounds", "80"));
        all.putAll(more);
        return TemplateRun.of(PredictiveMaintenance::new, folder).withOptions(all);
    }
}
