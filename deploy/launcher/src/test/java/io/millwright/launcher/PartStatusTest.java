package io.millwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PartStatusTest {

    @Test
    void survivesBeingWritten() {
        var status = new PartStatus(
                "ray", PartStatus.State.RESTARTING, 42, 3, Instant.parse("2026-01-02T03:04:05Z"), "ended by itself");

        assertThat(PartStatus.parse("ray", PropertyText.parse(PropertyText.of(status.values()))))
                .isEqualTo(status);
    }

    @Test
    void agesReadLikeSpeech() {
        var now = Instant.now();

        assertThat(StatusCommand.age(now.minusSeconds(5))).isEqualTo("5 s");
        assertThat(StatusCommand.age(now.minusSeconds(65))).isEqualTo("1 m 5 s");
        assertThat(StatusCommand.age(now.minusSeconds(3 * 3600 + 120))).isEqualTo("3 h 2 m");
    }
}
