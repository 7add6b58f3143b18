package io.millwright.plugins.testkit;

import io.millwright.plugins.api.Trial;
import io.millwright.plugins.api.TrialResult;
import io.millwright.plugins.api.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Trials of a training in a test, one after the other in this process. Some of them can be lost. */
final class TestTrials implements Trials {

    /** Runs one trial. */
    interface Runner {
        TrialResult run(Trial trial) throws Exception;
    }

    private final Runner runner;
    private final Set<Integer> lost;

    TestTrials(Runner runner, Set<Integer> lost) {
        this.runner = runner;
        this.lost = lost;
    }

    @Override
    public int parallel() {
        return 1;
    }

    @Override
    public List<TrialResult> run(List<Trial> trials) throws InterruptedException {
        var results = new ArrayList<TrialResult>();
        for (var trial : trials) {
            results.add(lost.contains(trial.number()) ? lost(trial, "The node is gone.") : run(trial));
        }
        return results;
    }

    private TrialResult run(Trial trial) throws InterruptedException {
        try {
            return runner.run(trial);
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception failed) {
            return lost(trial, String.valueOf(failed.getMessage()));
        }
    }

    private static TrialResult lost(Trial trial, String reason) {
        return new TrialResult(trial, TrialResult.Status.LOST, Double.NaN, Map.of(), 0, reason);
    }
}
