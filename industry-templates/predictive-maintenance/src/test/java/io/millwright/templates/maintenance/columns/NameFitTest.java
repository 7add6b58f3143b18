package io.millwright.templates.maintenance.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
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
                "FailureEvent",
                "equipment status"
            })
    void namesOfFailures(String name) {
        assertThat(NameFit.of(name, Role.FAILURE)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"heater_status", "valve status", "eventCount", "target_speed", "class_of_service", "fan_status"})
    void namesOfOtherThings(String name) {
        assertThat(NameFit.of(name, Role.FAILURE)).isZero();
    }

    @Test
    void theStateOfWhatTheFileIsAbout() {
        assertThat(NameFit.of("fan_status", Role.FAILURE, Set.of("fan"))).isPositive();
        assertThat(NameFit.of("fan_status", Role.FAILURE, Set.of("pump"))).isZero();
    }
}
