package io.millwright.plugins.testkit;

import io.millwright.plugins.api.ModelOutput;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.Resources;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TrainingContext;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A training in a test. */
final class TestTraining implements TrainingContext {

    private final TestContext common;
    private final TableInput dataset;
    private final Path folder;
    private @Nullable Report report;

    TestTraining(TestContext common, TableInput dataset, Path folder) {
        this.common = common;
        this.dataset = dataset;
        this.folder = folder;
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
    public TableInput dataset() {
        return dataset;
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
    public OptionValues options() {
        return common.options();
    }

    @Override
    public long seed() {
        return common.seed();
    }

    @Override
    public Resources resources() {
        return common.resources();
    }

    @Override
    public Path scratch() {
        return common.scratch();
    }

    @Override
    public Progress progress() {
        return common.progress();
    }
}
