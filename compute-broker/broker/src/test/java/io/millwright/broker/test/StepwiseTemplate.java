package io.millwright.broker.test;

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
import io.millwright.plugins.api.Trial;
import io.millwright.plugins.api.TrialContext;
import io.millwright.plugins.api.Understanding;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A template that works step by step, so that a test can pull something away in the middle. */
public final class StepwiseTemplate implements Template {

    private static final int STEPS = 30;
    private static final long STEP_MILLIS = 100;

    @Override
    public TemplateDescriptor descriptor() {
        return new TemplateDescriptor(
                "stepwise",
                "1.0.0",
                "Stepwise",
                "None",
                "Takes three seconds.",
                "",
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                DataKind.TABLE,
                TemplateDescriptor.Answers.ROWS,
                TemplateDescriptor.RiskClass.MINIMAL);
    }

    @Override
    public void train(TrainingContext context) throws InterruptedException {
        if (context.options().text("steps").isPresent()) {
            stepOn(context);
        }
        if (context.options().text("devices").isPresent()) {
            context.progress().log("sees GPU \"%s\"".formatted(System.getenv("CUDA_VISIBLE_DEVICES")));
        }
        if (context.options().text("look").isPresent()) {
            look(context);
        }
        context.weights().ifPresent(file -> context.progress()
                .log("starts from %d bytes of %s".formatted(file.toFile().length(), file.getFileName())));
        if (context.options().text("trials").isPresent()) {
            search(context);
        }
        long rows = context.dataset().rowCount();
        write(context.model().file("rows.txt"), Long.toString(rows));
        var metric = new Metric("rows", "Rows", rows, "", Metric.Better.NEITHER, "How many rows there were.");
        context.report(new Report("Learnt from " + rows + " rows.", List.of(), List.of(metric), List.of()));
    }

    private static void look(TrainingContext context) {
        try {
            var images = context.images();
            for (long row = 0; row < images.count(); row++) {
                var image = ImageIO.read(new ByteArrayInputStream(images.read(row)));
                context.progress().log("image %d is %d wide".formatted(row, image.getWidth()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] picture(int width) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, 2, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Asks for all trials in two goes; what each of them found is logged. */
    private static void search(TrainingContext context) throws InterruptedException {
        int count = Integer.parseInt(context.options().text("trials").orElseThrow());
        var all = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Trial(number, Map.of("depth", "%d\t%%".formatted(number)), 0.5))
                .toList();
        for (var some : List.of(all.subList(0, count / 2), all.subList(count / 2, count))) {
            for (var result : context.trials().run(some)) {
                context.progress()
                        .log("result %d %s %s %s %s"
                                .formatted(
                                        result.trial().number(),
                                        result.status(),
                                        result.objective(),
                                        result.figures(),
                                        result.reason()));
            }
        }
    }

    @Override
    public void trial(TrialContext context) throws InterruptedException, TemplateException {
        int number = context.trial().number();
        context.progress().log("tries " + context.trial().parameters().get("depth"));
        if (context.options()
                .text("bad")
                .filter(Integer.toString(number)::equals)
                .isPresent()) {
            throw TemplateException.user("bad", "This depth is too deep.", "Go up.");
        }
        long millis = Long.parseLong(context.options().text("trialMillis").orElse("300"));
        for (long left = millis; left > 0; left -= STEP_MILLIS) {
            context.progress().update(1.0 - (double) left / millis, "Trying");
            Thread.sleep(Math.min(left, STEP_MILLIS));
        }
        context.result(1.0 / number, Map.of("rows", (double) context.dataset().rowCount()));
    }

    /** Goes on after the last step that an earlier attempt saved. */
    private static void stepOn(TrainingContext context) throws InterruptedException {
        int done = context.checkpoints()
                .latest()
                .map(saved -> Integer.parseInt(read(saved.resolve("step.txt"))))
                .orElse(0);
        for (int step = done + 1; step <= STEPS; step++) {
            Thread.sleep(STEP_MILLIS);
            context.progress().log("step " + step);
            write(context.scratch().resolve("step.txt"), Integer.toString(step));
            try {
                context.checkpoints().save(context.scratch());
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    @Override
    public void score(ScoringContext context) {
        double learnt = Double.parseDouble(read(context.model().file("rows.txt")));
        try (var result = context.result(List.of(new Column("share", ColumnType.DECIMAL)))) {
            long answers = context.options()
                    .text("items")
                    .map(Long::parseLong)
                    .orElse(context.dataset().rowCount());
            for (long row = 0; row < answers; row++) {
                result.number(1 / learnt).endRow();
            }
        }
        if (context.options().text("items").isEmpty()) {
            context.report(new Report("Shared among %.0f rows.".formatted(learnt), List.of(), List.of(), List.of()));
        }
    }

    @Override
    public void inspect(InspectionContext context) {
        long rows = context.dataset().rowCount();
        context.understood(new Understanding(
                "Count " + rows + " rows",
                Map.of("Rows", Long.toString(rows)),
                List.of(),
                Map.of(),
                List.of(new Understanding.Estimate("quick", 1, 1L << 20))));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void generateSample(SampleContext context) throws InterruptedException {
        if (context.options().text("images").isPresent()) {
            for (int width = 1; width <= 3; width++) {
                context.image("train/grey/%d.png".formatted(width), picture(width));
            }
            return;
        }
        try (var table = context.sample(List.of(new Column("step", ColumnType.INTEGER)))) {
            for (int step = 1; step <= STEPS; step++) {
                context.progress().log("step " + step);
                context.progress().metric("steps", step, step);
                context.progress().update((double) step / STEPS, "Stepping");
                Thread.sleep(STEP_MILLIS);
                table.integer(step).endRow();
            }
        }
    }
}
