package io.millwright.templates.forecasting.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTest {

    @ParameterizedTest
    @CsvSource({
        "PT0.5S, 0.5-second step",
        "PT1S, second",
        "PT1M, minute",
        "PT10M, 10-minute step",
        "PT30M, 30-minute step",
        "PT1H, hour",
        "PT6H, 6-hour step",
        "P1D, day",
        "P2D, 2-day step",
        "P7D, week",
        "P30D, month",
        "P61D, 2-month step",
        "P91D, quarter",
        "P365D, year"
    })
    void stepsHaveNames(Duration step, String word) {
        assertThat(Clock.of(0, step.toNanos() / 1_000).word()).isEqualTo(word);
    }
}
