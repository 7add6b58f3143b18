package io.millwright.templates.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateRun;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The marks on data that others have published figures for. */
class MarksTest {

    @TempDir
    Path folder;

    @Test
    void cardFraud() throws Exception {
        MemoryTable data = EvaluationData.read("card-fraud/transactions.csv.gz");
        Stopwatch stopwatch = new Stopwatch();
        Report report = TemplateRun.of(FraudDetection::new, folder).train(data).report();
        show(report, stopwatch);

        Map<String, Double> metrics = metrics(report);
        assertThat(metrics.get("averagePrecision")).isGreaterThan(0.75);
        assertThat(metrics.get("auc")).isGreaterThanOrEqualTo(0.885);
        assertThat(report.notes()).extracting(Report.Note::text).anyMatch(text -> text.contains("58,264"));
    }

    /** The published week and the three before it, each with days to learn from and a delay of its own: minutes, so by request. */
    @Test
    @EnabledIfSystemProperty(named = "millwright.marks", matches = "all")
    void cardFraudOverFourWeeks() throws Exception {
        MemoryTable data = EvaluationData.read("card-fraud/transactions.csv.gz");
        LocalDate end = LocalDate.parse("2018-08-15");
        double sum = 0;
        for (int week = 0; week < 4; week++) {
            String before = end.minusWeeks(week).toString();
            MemoryTable known = data.where("timestamp", moment -> moment != null && moment.compareTo(before) < 0);
            Stopwatch stopwatch = new Stopwatch();
            Report report =
                    TemplateRun.of(FraudDetection::new, folder).train(known).report();
            Map<String, Double> metrics = metrics(report);
            System.out.printf(
                    "week before %s: average precision %.4f, AUC %.4f (%s)%n",
                    before, metrics.get("averagePrecision"), metrics.get("auc"), stopwatch);
            sum += metrics.get("averagePrecision");
        }
        System.out.printf("mean average precision of four weeks: %.4f%n", sum / 4);
        assertThat(sum / 4).isGreaterThanOrEqualTo(0.745);
    }

    @Test
    @EnabledIfSystemProperty(named = "millwright.marks", matches = "all")
    void creditDefault() throws Exception {
        MemoryTable data = EvaluationData.read("credit-default/credit-default.csv");
        Stopwatch stopwatch = new Stopwatch();
        Report report = TemplateRun.of(FraudDetection::new, folder).train(data).report();
        show(report, stopwatch);

        assertThat(metrics(report).get("auc")).isGreaterThanOrEqualTo(0.788);
        assertThat(metrics(report).get("averagePrecision")).isGreaterThan(0.55);
    }

    private static Map<String, Double> metrics(Report report) {
        return report.metrics().stream().collect(Collectors.toMap(Metric::name, Metric::value));
    }

    /** For the build's log: these are the figures of the README. */
    private static void show(Report report, Stopwatch stopwatch) {
        System.out.printf("%s (%s)%n", report.headline(), stopwatch);
        report.metrics().forEach(metric -> System.out.printf("  %s %.4f%n", metric.name(), metric.value()));
        report.notes().forEach(note -> System.out.println("  " + note.level() + " " + note.text()));
    }

    /** The processor time of this thread, on which the whole job runs: on a busy machine the wall clock tells little. */
    private static final class Stopwatch {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final long worked = threads.getCurrentThreadCpuTime();
        private final long started = System.nanoTime();

        Duration worked() {
            return Duration.ofNanos(threads.getCurrentThreadCpuTime() - worked);
        }

        @Override
        public String toString() {
            return "%.1f s of work in %.1f s".formatted(worked().toMillis() / 1e3, (System.nanoTime() - started) / 1e9);
        }
    }
}
