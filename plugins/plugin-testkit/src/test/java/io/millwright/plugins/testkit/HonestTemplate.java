package io.millwright.plugins.testkit;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnRole;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.DataKind;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.SampleContext;
import io.millwright.plugins.api.ScoringContext;
import io.millwright.plugins.api.Template;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/** Keeps the whole contract; each fault in {@link ContractsCatchFaultsTest} changes one thing. */
public class HonestTemplate implements Template {

    @Override
    public TemplateDescriptor descriptor() {
        return new TemplateDescriptor(
                "honest",
                "1.0.0",
                "Honest",
                "Any",
                "Counts.",
                "Counts the rows.",
                List.of(new ColumnRole(
                        "label", "Label", "A number.", true, Set.of(ColumnType.INTEGER), List.of("label"))),
                List.of(OptionSpec.integer("rounds", "Rounds", "How often.", 2, 1, 9)),
                Set.of(),
                List.of(),
                DataKind.TABLE,
                TemplateDescriptor.Answers.ROWS,
                TemplateDescriptor.RiskClass.MINIMAL);
    }

    @Override
    public void train(TrainingContext context) throws TemplateException, InterruptedException {
        context.options().integer("rounds");
        var label = context.options().text("column.label").orElse("label");
        if (context.dataset().columns().stream()
                .noneMatch(column -> column.equals(new Column(label, ColumnType.INTEGER)))) {
            throw refusal("There is no column \"" + label + "\" of whole numbers.");
        }
        var sum = 0L;
        var count = 0L;
        try (var rows = context.dataset().open(List.of(label))) {
            while (rows.next()) {
                sum += rows.integer(0);
                count += rows.isMissing(0) ? 0 : 1;
            }
        }
        if (count == 0) {
            throw refusal("There is nothing to learn from.");
        }
        context.progress().update(0.5, "Counting");
        context.progress().update(0.9, "Writing");
        write(context, "sum=%d;count=%d;".formatted(sum, count));
        context.report(report(context, count));
    }

    Report report(TrainingContext context, long count) throws TemplateException, InterruptedException {
        return new Report(
                "Counted.",
                List.of(),
                List.of(new Metric("rows", "Rows", count, "", Metric.Better.NEITHER, "How many.")),
                List.of());
    }

    void write(TrainingContext context, String model) {
        try {
            Files.writeString(context.model().file("model.txt"), model);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void score(ScoringContext context) throws TemplateException, InterruptedException {
        context.progress().update(0.1, "Scoring");
        try {
            if (!Files.readString(context.model().file("model.txt")).matches("sum=-?\\d+;count=\\d+;")) {
                throw refusal("The model cannot be read.");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        try (var result = context.result(List.of(new Column("score", ColumnType.DECIMAL)))) {
            for (var row = 0L; row < context.dataset().rowCount(); row++) {
                result.number(1).endRow();
            }
        }
    }

    @Override
    public void generateSample(SampleContext context) throws TemplateException, InterruptedException {
        try (var sample = context.sample(List.of(new Column("label", ColumnType.INTEGER)))) {
            for (var row = 0; row < 20; row++) {
                sample.integer(context.seed() * row).endRow();
            }
        }
    }

    static TemplateException refusal(String message) {
        return TemplateException.user("unfit", message, "Bring other data.");
    }
}
