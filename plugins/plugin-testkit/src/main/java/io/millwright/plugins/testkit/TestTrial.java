package io.millwright.plugins.testkit;

import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.Trial;
import io.millwright.plugins.api.TrialContext;
import io.millwright.plugins.api.TrialResult;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A trial in a test. */
final class TestTrial extends TestCall implements TrialContext {

    private final Trial trial;
    private @Nullable TrialResult result;

    TestTrial(Given given, TableInput dataset, Trial trial) {
        super(given, dataset);
        this.trial = trial;
    }

    /** The result, which the contract asks for exactly once. */
    TrialResult result() {
        if (result == null) {
            throw new AssertionError("the trial ended without a result");
        }
        return result;
    }

    @Override
    public Trial trial() {
        return trial;
    }

    @Override
    public void result(double objective, Map<String, Double> figures) {
        if (result != null) {
            throw new IllegalStateException("a trial has one result");
        }
        if (!Double.isFinite(objective)) {
            throw new IllegalArgumentException("the objective of a trial is finite");
        }
        result = new TrialResult(trial, TrialResult.Status.DONE, objective, figures, 0, "");
    }
}
