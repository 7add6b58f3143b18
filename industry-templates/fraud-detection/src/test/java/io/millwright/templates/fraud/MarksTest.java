package io.millwright.templates.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The marks on data that others have published figures for. */
class MarksTest {

    @TempDir
    Path folder;

    @Test
    void cardFraud() throws Exception {
        MemoryTable data = EvaluationData.read("card-fraud/transactions.csv.gz");
        long start = System.nanoTime();
        Report report = TemplateRun.of(FraudDetection::new, folder).train(data).report();
        show(report, start);

        Map<String, Double> metrics = metrics(report);
        assertThat(metrics.get("averagePrecision")).isGreaterThan(0.75);
        assertThat(metrics.get("auc")).isGreaterThan(0.88);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(90));
        assertThat(report.notes()).extracting(Report.Note::text).anyMatch(text -> text.contains("58,264"));
    }

    @Test
    void creditDefault() throws Exception {
        MemoryTable data = EvaluationData.read("credit-default/credit-default.csv");
        long start = System.nanoTime();
        Report report = TemplateRun.of(FraudDetection::new, folder).train(data).report();
        show(report, start);

        assertThat(metrics(report).get("auc")).isGreaterThan(0.78);
        assertThat(metrics(report).get("averagePrecision")).isGreaterThan(0.55);
    }

    private static Map<String, Double> metrics(Report report) {
        return report.metrics().stream().collect(Collectors.toMap(Metric::name, Metric::value));
    }

    /** For the build's log: these are the figures of the README. */
    private static void show(Report report, long start) {
        System.out.printf("%s (%.1f s)%n", report.headline(), (System.nanoTime() - start) / 1e9);
        report.metrics().forEach(metric -> System.out.printf("  %s %.4f%n", metric.name(), metric.value()));
        report.notes().forEach(note -> System.out.println("  " + note.level() + " " + note.text()));
    }
}
