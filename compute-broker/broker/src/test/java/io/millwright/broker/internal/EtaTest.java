package io.millwright.broker.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EtaTest {

    private static final Instant START = Instant.parse("2026-11-26T06:00:00Z");

    @Test
    void aNewJobTakesWhatJobsLikeItTook() {
        assertThat(Eta.of(START, START.plusSeconds(1), 0.01, Duration.ofSeconds(60)))
                .isEqualTo(START.plusSeconds(60));
    }

    @Test
    void itsOwnSpeedCountsMoreTheFurtherItIs() {
        assertThat(Eta.of(START, START.plusSeconds(40), 0.5, Duration.ofSeconds(60)))
                .isEqualTo(START.plusSeconds(70));
    }

    @Test
    void whoTakesLongerThanOthersIsJudgedByItsOwnSpeed() {
        assertThat(Eta.of(START, START.plusSeconds(160), 0.4, Duration.ofSeconds(52)))
                .isEqualTo(START.plusSeconds(400));
    }

    @Test
    void nothingTellsOfTheFirstOneThatHasHardlyBegun() {
        assertThat(Eta.of(START, START.plusSeconds(5), 0.01, null)).isNull();
        assertThat(Eta.of(null, START, 0.5, Duration.ofSeconds(52))).isNull();
        assertThat(Eta.of(START, START.plusSeconds(100), 0.01, Duration.ofSeconds(52)))
                .isNull();
    }
}
