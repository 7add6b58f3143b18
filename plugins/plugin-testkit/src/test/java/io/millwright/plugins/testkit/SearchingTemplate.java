package io.millwright.plugins.testkit;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.InspectionContext;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.plugins.api.Trial;
import io.millwright.plugins.api.TrialContext;
import io.millwright.plugins.api.TrialResult;
import io.millwright.plugins.api.Understanding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Keeps the contract of a template that inspects, searches by trials, saves checkpoints and goes on from them. */
public class SearchingTemplate extends HonestTemplate {

    private static final int STEPS = 4;

    @Override
    public TemplateDescriptor descriptor() {
        var honest = super.descriptor();
        var options = new ArrayList<>(honest.options());
        options.add(OptionSpec.preset());
        return new TemplateDescriptor(
                honest.id(),
                honest.version(),
                honest.name(),
                honest.industry(),
                honest.summary(),
                honest.description(),
                honest.roles(),
                options,
                honest.rights(),
                honest.engines(),
                honest.data(),
                honest.answers(),
                honest.riskClass());
    }

    @Override
    public void inspect(InspectionContext context) throws TemplateException, InterruptedException {
        if (context.dataset().rowCount() == 0) {
            throw refusal("There is nothing to learn from.");
        }
        context.understood(new Understanding(
                "Count the rows.",
                Map.of("Label", "label"),
                List.of(),
                options(),
                OptionSpec.PRESETS.stream()
                        .map(preset ->
                                new Understanding.Estimate(preset, 1 + OptionSpec.PRESETS.indexOf(preset), 1 << 20))
                        .toList()));
    }

    Map<String, String> options() {
        return Map.of("column.label", "label");
    }

    @Override
    public void trial(TrialContext context) {
        context.result(10 - Long.parseLong(context.trial().parameters().get("rounds")), Map.of());
    }

    @Override
    Report report(TrainingContext context, long count) throws TemplateException, InterruptedException {
        var charts = new ArrayList<Chart>();
        if (context.options().text(OptionSpec.PRESET).orElse("").equals("best")) {
            var proposed = IntStream.rangeClosed(1, 3)
                    .mapToObj(number -> new Trial(number, Map.of("rounds", Integer.toString(number)), 1))
                    .toList();
            var results = context.trials().run(proposed);
            charts.add(
                    new Chart.Trials("trials", "What was tried", new Chart.Axis("Loss", ""), results, chosen(results)));
        }
        return new Report(
                "Counted.",
                List.of(),
                List.of(new Metric("rows", "Rows", count + learn(context), "", Metric.Better.NEITHER, "How many.")),
                charts);
    }

    int chosen(List<TrialResult> results) {
        return results.stream()
                .filter(result -> result.status() == TrialResult.Status.DONE)
                .min(Comparator.comparingDouble(TrialResult::objective))
                .map(result -> result.trial().number())
                .orElse(0);
    }

    /** A sum that needs every step exactly once. */
    private long learn(TrainingContext context) {
        try {
            var folder = Files.createDirectories(context.scratch().resolve("state"));
            var state = resume(context);
            for (var step = state[0]; step < STEPS; step++) {
                state = new long[] {step + 1, state[1] * 3 + step};
                Files.writeString(folder.resolve("state.txt"), state[0] + " " + state[1]);
                context.checkpoints().save(folder);
            }
            return state[1];
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Steps done and the sum so far. */
    long[] resume(TrainingContext context) throws IOException {
        var latest = context.checkpoints().latest();
        if (latest.isEmpty()) {
            return new long[] {0, 1};
        }
        var words = Files.readString(latest.get().resolve("state.txt")).split(" ");
        return new long[] {Long.parseLong(words[0]), Long.parseLong(words[1])};
    }
}
