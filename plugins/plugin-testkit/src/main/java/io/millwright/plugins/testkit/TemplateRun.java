package io.millwright.plugins.testkit;

import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.Resources;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.Template;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.Trial;
import io.millwright.plugins.api.TrialResult;
import io.millwright.plugins.api.Understanding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
 * @param weights a file that a person would let the training start from
 */
public record TemplateRun(
        Supplier<? extends Template> templates,
        Path folder,
        Map<String, String> options,
        long seed,
        Resources resources,
        RecordingProgress progress,
        @Nullable Path weights) {

    /** What a template gets in tests unless told otherwise: two cores and 2 GiB. */
    public static final Resources RESOURCES = new Resources(2, 0, 2L << 30);

    /** A run with defaults. */
    public static TemplateRun of(Supplier<? extends Template> templates, Path folder) {
        return new TemplateRun(templates, folder, Map.of(), 1, RESOURCES, new RecordingProgress(), null);
    }

    public TemplateRun withOptions(Map<String, String> set) {
        return new TemplateRun(templates, folder, set, seed, resources, progress, weights);
    }

    public TemplateRun withSeed(long another) {
        return new TemplateRun(templates, folder, options, another, resources, progress, weights);
    }

    public TemplateRun withProgress(RecordingProgress another) {
        return new TemplateRun(templates, folder, options, seed, resources, another, weights);
    }

    public TemplateRun withResources(Resources another) {
        return new TemplateRun(templates, folder, options, seed, another, progress, weights);
    }

    public TemplateRun withWeights(Path file) {
        return new TemplateRun(templates, folder, options, seed, resources, progress, file);
    }

    /** Trains a model from a dataset. */
    public TrainedModel train(TableInput dataset) throws TemplateException, InterruptedException {
        return train(dataset, new TrainingTrouble(newFolder("checkpoints"), saved -> false, Set.of()));
    }

    /** Trains a model where nodes vanish: {@link TrainingTrouble} says what is lost and what an earlier attempt left. */
    TrainedModel train(TableInput dataset, TrainingTrouble trouble) throws TemplateException, InterruptedException {
        var template = templates.get();
        var trials = new TestTrials(
                trial -> withProgress(new RecordingProgress()).trial(dataset, trial), trouble.lostTrials());
        var context = new TestTraining(
                given(template),
                dataset,
                newFolder("model"),
                trials,
                trouble.checkpoints(),
                Optional.ofNullable(weights));
        template.train(context);
        return new TrainedModel(
                context.reported(), context.folder(), template.descriptor().version());
    }

    /** Tries one choice of parameters. */
    public TrialResult trial(TableInput dataset, Trial trial) throws TemplateException, InterruptedException {
        var template = templates.get();
        var context = new TestTrial(given(template), dataset, trial);
        template.trial(context);
        return context.result();
    }

    /** Lets the template look at a dataset. */
    public Understanding inspect(TableInput dataset) throws TemplateException, InterruptedException {
        var template = templates.get();
        var context = new TestInspection(given(template), dataset);
        template.inspect(context);
        return context.understood();
    }

    /** Scores a dataset with a model. */
    public Scored score(TrainedModel model, TableInput dataset) throws TemplateException, InterruptedException {
        var template = templates.get();
        var context = new TestScoring(given(template), dataset, model);
        template.score(context);
        return new Scored(context.table(), context.report());
    }

    /** Lets the template generate its sample. */
    public MemoryTable sample() throws TemplateException, InterruptedException {
        var template = templates.get();
        var context = new TestSample(given(template));
        template.generateSample(context);
        return context.written();
    }

    private TestCall.Given given(Template template) {
        var values = new HashMap<String, String>();
        for (OptionSpec option : template.descriptor().options()) {
            values.put(option.name(), option.defaultValue());
        }
        values.putAll(options);
        progress.begin();
        return new TestCall.Given(new OptionValues(values), seed, resources, newFolder("scratch"), progress);
    }

    private Path newFolder(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(folder), name + "-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
