package io.millwright.broker.runner.hostile;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.DataKind;
import io.millwright.plugins.api.InspectionContext;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.SampleContext;
import io.millwright.plugins.api.ScoringContext;
import io.millwright.plugins.api.Template;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.plugins.api.TrialContext;
import io.millwright.plugins.api.Understanding;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/** A template that does what its option {@code deed} says: its work, or harm. */
public final class HostileTemplate implements Template {

    @Override
    public TemplateDescriptor descriptor() {
        return new TemplateDescriptor(
                "hostile",
                "1.0.0",
                "Hostile",
                "None",
                "Does harm.",
                "For tests.",
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                DataKind.TABLE,
                TemplateDescriptor.Answers.ROWS,
                TemplateDescriptor.RiskClass.MINIMAL);
    }

    @Override
    public void train(TrainingContext context) throws TemplateException, InterruptedException {
        String deed = context.options().text("deed").orElse("work");
        context.progress().update(0.1, "Doing " + deed);
        Deed.valueOf(deed.toUpperCase(java.util.Locale.ROOT)).act(context);
        context.progress().metric("loss", 1, 0.5);
        context.progress().update(1, "Done");
        try {
            Files.writeString(context.model().file("model.txt"), "trained with seed " + context.seed());
        } catch (IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
        double rows = context.dataset().rowCount();
        context.report(new Report(
                deed.equals("long_report") ? "It works".repeat(300_000) : "It works",
                List.of(),
                List.of(new Metric("rows", "Rows", rows, "", Metric.Better.NEITHER, "How many there were.")),
                List.of()));
    }

    @Override
    public void inspect(InspectionContext context) {
        String deed = context.options().text("deed").orElse("work");
        if (deed.equals("say_nothing")) {
            return;
        }
        var facts = new java.util.LinkedHashMap<String, String>();
        facts.put("Rows", Long.toString(context.dataset().rowCount()));
        facts.put("Period", "\"none\"");
        context.understood(new Understanding(
                deed.equals("long_report") ? "Double it".repeat(60_000) : "Double it",
                facts,
                List.of(new Report.Note(Report.Note.Level.WARNING, "One value is missing.")),
                java.util.Map.of("column.amount", "amount"),
                List.of(new Understanding.Estimate("quick", 0.5, 1000))));
    }

    @Override
    public void trial(TrialContext context) {
        double depth = Double.parseDouble(context.trial().parameters().getOrDefault("depth", "NaN"));
        context.result(depth * context.trial().budget(), java.util.Map.of("rows", (double)
                context.dataset().rowCount()));
    }

    @Override
    public void score(ScoringContext context) {
        try (var rows = context.dataset().open(List.of("amount"));
                var result = context.result(List.of(new Column("score", ColumnType.DECIMAL)))) {
            while (rows.next()) {
                result.number(rows.number(0) * 2).endRow();
            }
        }
    }

    @Override
    public void generateSample(SampleContext context) {
        if (context.options().text("deed").filter("images"::equals).isPresent()) {
            for (String path : List.of("/etc/x.png", "a/../b.png", "..", "a//b", "a\\b")) {
                try {
                    context.image(path, new byte[1]);
                    throw new AssertionError("took " + path);
                } catch (IllegalArgumentException refused) {
                    context.progress().log("refused " + path);
                }
            }
            context.image("train/a/1.png", new byte[] {1});
            context.image("train/b/2.png", new byte[] {2, 2});
            return;
        }
        try (var sample = context.sample(List.of(new Column("amount", ColumnType.DECIMAL)))) {
            for (int i = 0; i < 3; i++) {
                sample.number(i).endRow();
            }
        }
    }
}
