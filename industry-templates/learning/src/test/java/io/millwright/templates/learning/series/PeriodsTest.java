package io.millwright.templates.learning.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeriodsTest {

    /** By hand: deviations -1.5, -0.5, 0.5, 1.5; products at lag 1 sum to 1.25, squares to 5. */
    @Test
    void autocorrelationIsTheSampleOne() {
        assertThat(Autocorrelation.of(new double[] {1, 2, 3, 4}, 2)[1]).isCloseTo(0.25, within(1e-12));
        assertThat(Autocorrelation.of(new double[] {5, 5, 5}, 2)).containsOnly(0);
    }

    @Test
    void aPeriodIsFoundUnderTrendAndNoise() {
        assertThat(Periods.find(series(9, 0.3), List.of())).containsExactly(9);
    }

    @Test
    void noiseHasNoPeriod() {
        assertThat(Periods.find(series(0, 1), List.of())).isEmpty();
    }

    @Test
    void theCalendarsPeriodNeedsLessToSpeakForIt() {
        assertThat(Periods.find(series(7, 1.2), List.of(7))).containsExactly(7);
    }

    private static List<double[]> series(int period, double noise) {
        SplittableRandom random = new SplittableRandom(5);
        return IntStream.range(0, 10)
                .mapToObj(number -> IntStream.range(0, 300)
                        .mapToDouble(at -> 0.05 * at
                                + (period == 0 ? 0 : Math.sin(2 * Math.PI * at / period))
                                + noise * random.nextGaussian())
                        .toArray())
                .toList();
    }
}
