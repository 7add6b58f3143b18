package io.millwright.templates.learning.search;

import io.millwright.plugins.api.Trial;
import io.millwright.plugins.api.TrialResult;
import io.millwright.plugins.api.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;

/** Trials that are a formula; some can be lost. */
final class FakeTrials implements Trials {
    private final ToDoubleFunction<Trial> objective;
    private final IntPredicate lost;
    private final List<Integer> ran = new ArrayList<>();

    FakeTrials(ToDoubleFunction<Trial> objective, IntPredicate lost) {
        this.objective = objective;
        this.lost = lost;
    }

    List<Integer> ran() {
        return ran;
    }

    @Override
    public int parallel() {
        return 2;
    }

    @Override
    public List<TrialResult> run(List<Trial> trials) {
        return trials.stream().map(this::result).toList();
    }

    private TrialResult result(Trial trial) {
        ran.add(trial.number());
        return lost.test(trial.number())
                ? new TrialResult(trial, TrialResult.Status.LOST, Double.NaN, Map.of(), 1, "The node is gone & cold.")
                : new TrialResult(
                        trial,
                        TrialResult.Status.DONE,
                        objective.applyAsDouble(trial),
                        Map.of("rounds", 1.0 / 3),
                        0.5,
                        "");
    }
}
