package io.millwright.plugins.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Records that cannot exist invalid. */
class RecordsTest {

    @Test
    void identitiesAndVersionsHaveTheirShape() {
        assertThat(descriptor("fraud-detection-2", "1.0.0").id()).isEqualTo("fraud-detection-2");
        assertThat(descriptor("a", "1.0.0-rc.1").version()).isEqualTo("1.0.0-rc.1");
        for (var id : new String[] {"", "Fraud", "2fraud", "fraud--x", "-x", "x-", "fraud detection", "x".repeat(65)}) {
            assertThatThrownBy(() -> descriptor(id, "1.0.0"))
                    .describedAs(id)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (var version : new String[] {"", "1", "1.0", "1.0.x", "v1.0.0", "1.0.0 "}) {
            assertThatThrownBy(() -> descriptor("a", version))
                    .describedAs(version)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void listsAreCopies() {
        var notes = new ArrayList<Report.Note>();
        var report = new Report("All is well", notes, List.of(), List.of());
        notes.add(new Report.Note(Report.Note.Level.INFO, "late"));
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void figuresAreFiniteAndLinesAreLines() {
        assertThatThrownBy(() -> new Metric("auc", "AUC", Double.NaN, "", Metric.Better.HIGHER, "How good."))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Chart.Series("s", List.of(1.0), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OptionSpec.choice("c", "C", "Which.", "x", List.of("y")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void optionsAreReadOrRefusedByName() throws TemplateException {
        var options = new OptionValues(Map.of("n", "3", "x", "0.5", "on", "true", "blank", " "));
        assertThat(options.integer("n")).isEqualTo(3);
        assertThat(options.decimal("x")).isEqualTo(0.5);
        assertThat(options.flag("on")).isTrue();
        assertThat(options.text("blank")).isEmpty();
        for (var read : List.<Read>of(
                () -> options.integer("x"),
                () -> options.flag("n"),
                () -> options.decimal("on"),
                () -> options.integer("blank"))) {
            assertThatThrownBy(read::run)
                    .isInstanceOfSatisfying(TemplateException.class, refusal -> assertThat(refusal.kind())
                            .isEqualTo(TemplateException.Kind.USER));
        }
    }

    private interface Read {
        void run() throws TemplateException;
    }

    private static TemplateDescriptor descriptor(String id, String version) {
        return new TemplateDescriptor(
                id,
                version,
                "Name",
                "Any",
                "Summary.",
                "Description.",
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                DataKind.TABLE,
                TemplateDescriptor.Answers.ROWS,
                TemplateDescriptor.RiskClass.MINIMAL);
    }
}
