package io.millwright.templates.learning.search;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.TrialResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a search found.
 *
 * @param results all trials, in the order of their numbers
 */
public record SearchOutcome(List<TrialResult> results) {
    public SearchOutcome {
        results = List.copyOf(results);
    }

    /** The least objective among the trials of the most effort that was reached; of equals, the first. Empty when all were lost. */
    public Optional<TrialResult> best() {
        double most = done().stream()
                .mapToDouble(result -> result.trial().budget())
                .max()
                .orElse(1);
        return done().stream()
                .filter(result -> result.trial().budget() == most)
                .min(Comparator.comparingDouble(TrialResult::objective));
    }

    public int lost() {
        return results.size() - done().size();
    }

    /** All trials as a picture for the report. */
    public Chart.Trials chart(String title, Chart.Axis objective) {
        int chosen = best().map(result -> result.trial().number()).orElse(0);
        return new Chart.Trials("trials", title, objective, results, chosen);
    }

    private List<TrialResult> done() {
        return results.stream()
                .filter(result -> result.status() == TrialResult.Status.DONE)
                .toList();
    }
}
