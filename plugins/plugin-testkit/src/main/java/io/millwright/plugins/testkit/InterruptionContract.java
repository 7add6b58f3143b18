package io.millwright.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A template that is asked to stop stops, by letting the interruption through. */
public interface InterruptionContract extends TemplateContract {

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    default void trainingStopsWhenAsked(Fixture fixture) throws Exception {
        var data = fixture.data();
        for (var update = 1; update <= 2; update++) {
            var run = fixture.run().withProgress(RecordingProgress.interruptingAt(update));
            assertThatThrownBy(() -> run.train(data))
                    .describedAs("interrupted at update %d", update)
                    .isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    default void scoringStopsWhenAsked(Fixture fixture) throws Exception {
        var run = fixture.run().withProgress(RecordingProgress.interruptingAt(1));
        var model = fixture.model();
        var data = fixture.data();
        assertThatThrownBy(() -> run.score(model, data)).isInstanceOf(InterruptedException.class);
    }
}
