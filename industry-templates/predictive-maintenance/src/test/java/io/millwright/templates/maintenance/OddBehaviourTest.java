package io.millwright.templates.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateRun;
import io.millwright.plugins.testkit.TrainedModel;
import io.millwright.templates.maintenance.Simulated.Trouble;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stream without failures: what is normal is learnt, and troubles of known kinds are found in a later stream. */
class OddBehaviourTest {

    private static final String HEADER = "time,mode,motor_current,bearing_heat,humidity";
    private static final int FROM = 500;
    private static final int TO = 620;

    @TempDir
    Path folder;

    private MemoryTable normal;

    @BeforeEach
    void simulate() {
        normal = Simulated.stream(HEADER, 4_000, 1, Trouble.NONE, 0, 0);
    }

    @Test
    void normalStaysQuietAsAllowed() throws Exception {
        assertThat(run().inspect(normal).options())
                .containsEntry("task", "odd behaviour")
                .containsEntry("column.time", "time");
        TrainedModel model = run().train(normal);
        assertThat(metric(model.report(), "falseAlarmRate")).isLessThan(0.01);
        assertThat(metric(model.report(), "plantedFound")).isGreaterThan(0.5);
        assertThat(model.report().charts()).hasAtLeastOneElementOfType(Chart.Fans.class);
        double[] alarms = run().score(model, stream(Trouble.NONE)).result().numbers("alarm");
        assertThat(Arrays.stream(alarms).average().orElse(1)).isLessThan(0.02);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"SPIKE", "DRIFT", "STUCK", "UNRELATED"})
    void troubleIsFoundAndItsSensorNamed(Trouble trouble) throws Exception {
        MemoryTable result = run().score(run().train(normal), stream(trouble)).result();
        double[] alarms = result.numbers("alarm");
        int inside = (int) Arrays.stream(alarms, FROM, TO).sum();
        int before = (int) Arrays.stream(alarms, 0, FROM).sum();
        System.out.printf(Locale.ROOT, "%s: %d alarms inside, %d before%n", trouble, inside, before);
        assertThat(inside).isGreaterThan(20);
        assertThat(before).isLessThan(15);
        assertThat(result.texts("reason1").subList(FROM, TO))
                .filteredOn(reason -> reason != null)
                .filteredOn(reason -> reason.contains("bearing_heat") || reason.contains("motor_current"))
                .hasSizeGreaterThan(inside / 2);
    }

    @Test
    void aSingleSpikeRaisesNoAlarm() throws Exception {
        MemoryTable spiked = Simulated.stream(HEADER, 1_000, 7, Trouble.SPIKE, FROM, FROM + 1);
        TrainedModel model = run().train(normal);
        MemoryTable result = run().score(model, spiked).result();
        assertThat(Arrays.stream(result.numbers("alarm"), FROM, FROM + 3).sum()).isZero();
        assertThat(result.numbers("score")[FROM]).isGreaterThan(2);
        TemplateRun immediate = run(Map.of("persistence", "1"));
        assertThat(immediate.score(immediate.train(normal), spiked).result().numbers("alarm")[FROM])
                .isEqualTo(1);
    }

    @Test
    void troubleInWhatIsLearntFromStandsOut() throws Exception {
        MemoryTable file = Simulated.stream(HEADER, 4_000, 3, Trouble.DRIFT, 3_200, 3_500);
        Report report = run().train(file).report();
        assertThat(texts(report)).contains("stand out as a whole");
    }

    @Test
    void aColumnWithFewFailuresIsComparedWith() throws Exception {
        StringBuilder csv = new StringBuilder(HEADER).append(",anomaly\n");
        MemoryTable file = Simulated.stream(HEADER, 4_000, 3, Trouble.SPIKE, 3_000, 3_040);
        for (int row = 0; row < 4_000; row++) {
            for (String column : HEADER.split(",")) {
                csv.append(file.texts(column).get(row)).append(',');
            }
            csv.append(row >= 3_000 && row < 3_040 ? 1 : 0).append('\n');
        }
        Report report = run().train(io.millwright.plugins.testkit.CsvFiles.parse(csv.toString()))
                .report();
        assertThat(texts(report)).contains("too few to learn from");
        assertThat(metric(report, "labelledFound")).isEqualTo(1);
        assertThat(metric(report, "labelledAuc")).isGreaterThan(0.9);
    }

    @Test
    void tooShortAStreamIsRefused() {
        assertThatThrownBy(() -> run().train(normal.slice(0, 60)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("60 rows; at least 100 are needed");
    }

    private static MemoryTable stream(Trouble trouble) {
        return Simulated.stream(HEADER, 1_000, 7, trouble, FROM, TO);
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
        return TemplateRun.of(PredictiveMaintenance::new, folder).withOptions(more);
    }
}
