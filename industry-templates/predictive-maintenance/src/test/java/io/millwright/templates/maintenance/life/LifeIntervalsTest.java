package io.millwright.templates.maintenance.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LifeIntervalsTest {

    @Test
    void fewMachinesGetAMarginAndNeverMoreThanHalfOfWhatIsLeft() {
        assertThat(LifeIntervals.withMargin(0.9, 100)).isCloseTo(0.909, within(1e-9));
        assertThat(LifeIntervals.withMargin(0.9, 4)).isCloseTo(0.95, within(1e-9));
        assertThat(LifeIntervals.withMargin(0.5, 4)).isCloseTo(0.625, within(1e-9));
        assertThat(LifeIntervals.withMargin(0.9, 0)).isCloseTo(0.95, within(1e-9));
    }
}
