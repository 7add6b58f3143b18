package io.millwright.templates.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateRun;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The marks on data that others have published figures for. */
class MarksTest {

    private static final String PNEUMONIA = "pneumonia/pneumonia-28.zip";

    @TempDir
    Path folder;

    /** A tenth of an effort, so that it can run in every build: far from the mark, but clearly learning. */
    @Test
    void pneumoniaAtAGlance() throws Exception {
        MemoryTable data = ImageFiles.evaluation(PNEUMONIA);
        Map<String, Double> metrics = train(data, Map.of("preset", "quick", "epochs", "1", "networks", "1"));
        assertThat(metrics.get("auc")).isGreaterThan(0.85);
    }

    @Test
    @EnabledIfSystemProperty(named = "millwright.marks", matches = "quick|all")
    void pneumoniaQuick() throws Exception {
        Map<String, Double> metrics = train(ImageFiles.evaluation(PNEUMONIA), Map.of("preset", "quick"));
        assertThat(metrics.get("auc")).isGreaterThan(0.95);
    }

    @Test
    @EnabledIfSystemProperty(named = "millwright.marks", matches = "balanced|all")
    void pneumoniaBalanced() throws Exception {
        Map<String, Double> metrics = train(ImageFiles.evaluation(PNEUMONIA), Map.of());
        assertThat(metrics.get("auc")).isGreaterThanOrEqualTo(0.97);
        assertThat(metrics.get("accuracy")).isGreaterThanOrEqualTo(0.90);
    }

    private Map<String, Double> train(MemoryTable data, Map<String, String> options) throws Exception {
        long started = System.nanoTime();
        Report report = TemplateRun.of(Imaging::new, folder)
                .withOptions(options)
                .train(data)
                .report();
        System.out.printf("%s (%.1f s)%n", report.headline(), (System.nanoTime() - started) / 1e9);
        report.metrics().forEach(metric -> System.out.printf("  %s %.4f%n", metric.name(), metric.value()));
        report.notes().forEach(note -> System.out.println("  " + note.level() + " " + note.text()));
        return report.metrics().stream().collect(Collectors.toMap(Metric::name, Metric::value));
    }
}
