package io.millwright.plugins.testkit;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ModelInput;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.ScoringContext;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TableOutput;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A scoring in a test. */
final class TestScoring extends TestCall implements ScoringContext {

    private final TrainedModel model;
    private final OneTable result = new OneTable("result");
    private @Nullable Report report;

    TestScoring(Given given, TableInput dataset, TrainedModel model) {
        super(given, dataset);
        this.model = model;
    }

    MemoryTable table() {
        return result.written();
    }

    Optional<Report> report() {
        return Optional.ofNullable(report);
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
}
