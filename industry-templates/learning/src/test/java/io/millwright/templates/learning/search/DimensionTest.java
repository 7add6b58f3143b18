package io.millwright.templates.learning.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DimensionTest {
    private static final List<Dimension> ALL = List.of(
            new Dimension.Decimal("share", 0.5, 1),
            new Dimension.LogDecimal("rate", 0.001, 10),
            new Dimension.Whole("depth", 3, 9),
            new Dimension.Choice("kind", List.of("a", "b", "c")));

    @Test
    void valuesComeBackFromTheirPositions() {
        Random random = new Random(1);
        for (Dimension dimension : ALL) {
            for (int draw = 0; draw < 1_000; draw++) {
                String value = dimension.value(random.nextDouble());
                assertThat(dimension.value(dimension.position(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void endsAreReached() {
        assertThat(ALL).extracting(dimension -> dimension.value(0)).containsExactly("0.5", "0.001", "3", "a");
        assertThat(ALL).extracting(dimension -> dimension.value(1)).containsExactly("1.0", "10.0", "9", "c");
        assertThat(ALL.get(1).value(0.5)).isEqualTo("0.1");
    }

    @Test
    void spacesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> Space.empty().logDecimal("rate", 0, 1)).hasMessageContaining("rate");
        assertThatThrownBy(() -> Space.empty().choice("kind")).hasMessageContaining("kind");
        assertThatThrownBy(() -> Space.empty().whole("depth", 1, 3).decimal("depth", 0, 1))
                .hasMessageContaining("same name");
    }

    @Test
    void densitiesHoldAllTheProbability() {
        for (double[] seen : List.of(new double[0], new double[] {0.5}, new double[] {0, 0.01, 0.02, 0.9, 1, 1})) {
            ParzenDensity density = ParzenDensity.of(seen);
            double sum = 0;
            for (int step = 0; step < 10_000; step++) {
                sum += density.at((step + 0.5) / 10_000) / 10_000;
            }
            assertThat(sum).isCloseTo(1, within(1e-4));
        }
        assertThat(ParzenDensity.of(new double[] {0.2, 0.21, 0.22}).at(0.21))
                .isGreaterThan(
                        3 * ParzenDensity.of(new double[] {0.2, 0.21, 0.22}).at(0.8));
    }
}
