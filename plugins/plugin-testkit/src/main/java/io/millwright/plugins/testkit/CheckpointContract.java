package io.millwright.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.millwright.plugins.api.Metric;
import java.util.HashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A training that was killed after a checkpoint goes on from there and finds what it would have found. */
public interface CheckpointContract extends TemplateContract {

    /** How far a figure of a resumed training may be off. */
    double TOLERANCE = 1e-6;

    @Test
    default void resumedTrainingFindsTheSame(Fixture fixture) throws Exception {
        if (!resumes()) {
            return;
        }
        var options = new HashMap<>(options());
        if (hasTrials()) {
            options.putAll(searching());
        }
        var run = fixture.run().withOptions(options);
        var whole = run.train(fixture.data());
        var folder = fixture.newFolder();
        // killed once after the first checkpoint, once more after a later one
        for (var life = 1; life <= 2; life++) {
            var last = life;
            assertThatThrownBy(() ->
                            run.train(fixture.data(), new TrainingTrouble(folder, saved -> saved == last, Set.of())))
                    .describedAs("killed after checkpoint %d", last)
                    .isInstanceOf(TestCheckpoints.Killed.class);
        }
        var resumed = run.train(fixture.data(), new TrainingTrouble(folder, saved -> false, Set.of()));
        assertThat(resumed.report().metrics())
                .extracting(Metric::name)
                .isEqualTo(whole.report().metrics().stream().map(Metric::name).toList());
        for (var metric = 0; metric < whole.report().metrics().size(); metric++) {
            var expected = whole.report().metrics().get(metric);
            if (!expected.unit().equals("s")) {
                assertThat(resumed.report().metrics().get(metric).value())
                        .describedAs(expected.name())
                        .isCloseTo(expected.value(), within(TOLERANCE * Math.max(1, Math.abs(expected.value()))));
            }
        }
    }
}
