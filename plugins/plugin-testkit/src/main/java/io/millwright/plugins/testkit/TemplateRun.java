package io.millwright.plugins.testkit;

import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.Resources;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.Template;
import io.millwright.plugins.api.TemplateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs a template as the platform would, but in this process and without a sandbox: options over defaults, a fresh instance
 * for each call, an empty scratch folder, and checks of what the contract asks of a template.
 *
 * @param templates makes a fresh instance
 * @param folder where files go
 * @param options what a person would set
 * @param seed the seed
 * @param resources what the template is told it has
 * @param progress receives what the template tells, and may interrupt it
 */
public record TemplateRun(
        Supplier<? extends Template> templates,
        Path folder,
        Map<String, String> options,
        long seed,
        Resources resources,
        RecordingProgress progress) {

    /** What a template gets in tests unless told otherwise: two cores and 2 GiB. */
    public static final Resources RESOURCES = new Resources(2, 0, 2L << 30);

    /** A run with defaults. */
    public static TemplateRun of(Supplier<? extends Template> templates, Path folder) {
        return new TemplateRun(templates, folder, Map.of(), 1, RESOURCES, new RecordingProgress());
    }

    public TemplateRun withOptions(Map<String, String> set) {
        return new TemplateRun(templates, folder, set, seed, resources, progress);
    }

    public TemplateRun withSeed(long another) {
        return new TemplateRun(templates, folder, options, another, resources, progress);
    }

    public TemplateRun withProgress(RecordingProgress another) {
        return new TemplateRun(templates, folder, options, seed, resources, another);
    }

    /** Trains a model from a table. */
    public TrainedModel train(TableInput dataset) throws TemplateException, InterruptedException {
        var template = templates.get();
        var context = new TestTraining(common(template), dataset, newFolder("model"));
        template.train(context);
        return new TrainedModel(
                context.reported(), context.folder(), template.descriptor().version());
    }

    /** Scores a table with a model. */
    public Scored score(TrainedModel model, TableInput dataset) throws TemplateException, InterruptedException {
        var template = templates.get();
        var context = new TestScoring(common(template), dataset, model);
        template.score(context);
        return new Scored(context.table(), context.report());
    }

    /** Lets the template generate its sample. */
    public MemoryTable sample() throws TemplateException, InterruptedException {
        var template = templates.get();
        var context = new TestSample(common(template));
        template.generateSample(context);
        return context.table();
    }

    private TestContext common(Template template) {
        var values = new HashMap<String, String>();
        for (OptionSpec option : template.descriptor().options()) {
            values.put(option.name(), option.defaultValue());
        }
        values.putAll(options);
        progress.begin();
        return new TestContext(new OptionValues(values), seed, resources, newFolder("scratch"), progress);
    }

    private Path newFolder(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(folder), name + "-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
