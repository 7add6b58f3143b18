package io.millwright.plugins.testkit;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ModelInput;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.Resources;
import io.millwright.plugins.api.ScoringContext;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TableOutput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A scoring in a test. */
final class TestScoring implements ScoringContext {

    private final TestContext common;
    private final TableInput dataset;
    private final TrainedModel model;
    private final OneTable result = new OneTable("result");
    private @Nullable Report report;

    TestScoring(TestContext common, TableInput dataset, TrainedModel model) {
        this.common = common;
        this.dataset = dataset;
        this.model = model;
    }

    MemoryTable table() {
        return result.written();
    }

    Optional<Report> report() {
        return Optional.ofNullable(report);
    }

    @Override
    public TableInput dataset() {
        return dataset;
    }

    @Override
    public ModelInput model() {
        return model;
    }

    @Override
    public TableOutput result(List<Column> columns) {
        return result.open(columns);
    }

    @Override
    public void report(Report findings) {
        if (report != null) {
            throw new IllegalStateException("a scoring reports at most once");
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
