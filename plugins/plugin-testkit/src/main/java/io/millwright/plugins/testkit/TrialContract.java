package io.millwright.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.Trial;
import io.millwright.plugins.api.TrialResult;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A search goes on when a trial is lost, and shows all trials; a template without a search says so. */
public interface TrialContract extends TemplateContract {

    @Test
    default void aLostTrialCostsOnlyItself(Fixture fixture) throws Exception {
        if (!hasTrials()) {
            assertThatThrownBy(() -> fixture.run().trial(fixture.data(), new Trial(1, Map.of(), 1)))
                    .isInstanceOfSatisfying(TemplateException.class, refusal -> assertThat(refusal.code())
                            .isEqualTo("no-trials"));
            return;
        }
        var options = new HashMap<>(options());
        options.putAll(searching());
        var run = fixture.run().withOptions(options);
        var trouble = new TrainingTrouble(fixture.newFolder(), saved -> false, Set.of(1));
        var shown = trials(run.train(fixture.data(), trouble).report());

        assertThat(shown.results()).hasSizeGreaterThan(1);
        assertThat(shown.results())
                .filteredOn(result -> result.trial().number() == 1)
                .allSatisfy(result -> {
                    assertThat(result.status()).isEqualTo(TrialResult.Status.LOST);
                    assertThat(shown.chosen()).isNotEqualTo(1);
                });
        assertThat(shown.results())
                .filteredOn(result -> result.status() == TrialResult.Status.DONE)
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.objective()).isFinite());
    }

    private static Chart.Trials trials(Report report) {
        return report.charts().stream()
                .filter(Chart.Trials.class::isInstance)
                .map(Chart.Trials.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the report of a search shows its trials"));
    }
}
