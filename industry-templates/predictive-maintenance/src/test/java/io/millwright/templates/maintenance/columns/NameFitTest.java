package io.millwright.templates.maintenance.columns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names tell of failures. */
class NameFitTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Status",
                "event",
                "machine_status",
                "status_machine",
                "event type",
                "class label",
                "FailureEvent"
            })
    void namesOfFailures(String name) {
        assertThat(NameFit.of(name, Role.FAILURE)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"heater_status", "valve status", "eventCount", "target_speed", "class_of_service"})
    void namesOfOtherThings(String name) {
        assertThat(NameFit.of(name, Role.FAILURE)).isZero();
    }
}
