package io.millwright.plugins.testkit;

import io.millwright.plugins.api.Checkpoints;
import io.millwright.plugins.api.ModelOutput;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.plugins.api.Trials;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A training in a test. */
final class TestTraining extends TestCall implements TrainingContext {

    private final Path folder;
    private final Trials trials;
    private final Checkpoints checkpoints;
    private final Optional<Path> weights;
    private @Nullable Report report;

    TestTraining(
            Given given,
            TableInput dataset,
            Path folder,
            Trials trials,
            Checkpoints checkpoints,
            Optional<Path> weights) {
        super(given, dataset);
        this.folder = folder;
        this.trials = trials;
        this.checkpoints = checkpoints;
        this.weights = weights;
    }

    Path folder() {
        return folder;
    }

    /** The report, which the contract asks for exactly once. */
    Report reported() {
        if (report == null) {
            throw new AssertionError("training ended without a report");
        }
        return report;
    }

    @Override
    public ModelOutput model() {
        return name -> {
            if (!name.matches(TrainedModel.FILE_NAME)) {
                throw new IllegalArgumentException("a model file has a simple name: \"" + name + "\"");
            }
            return folder.resolve(name);
        };
    }

    @Override
    public void report(Report findings) {
        if (report != null) {
            throw new IllegalStateException("a training reports once");
        }
        report = findings;
    }

    @Override
    public Trials trials() {
        return trials;
    }

    @Override
    public Checkpoints checkpoints() {
        return checkpoints;
    }

    @Override
    public Optional<Path> weights() {
        return weights;
    }
}
