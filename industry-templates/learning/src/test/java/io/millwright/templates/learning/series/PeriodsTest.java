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

    /** As the weeks of carbon dioxide in the air: a smooth year of 52.18 weeks under a trend, larger than the noise. */
    @Test
    void aYearOfWeeksIsFoundWhereChanceMovesItsPeak() {
        SplittableRandom random = new SplittableRandom(2);
        int found = 0;
        for (int trial = 0; trial < 20; trial++) {
            double[] weeks = IntStream.range(0, 1_000)
                    .mapToDouble(at -> 0.03 * at + 3 * Math.sin(2 * Math.PI * at / 52.18) + 0.3 * random.nextGaussian())
                    .toArray();
            found += Periods.find(List.of(weeks), List.of(52)).equals(List.of(52)) ? 1 : 0;
        }
        assertThat(found).isEqualTo(20);
    }

    @Test
    void weeksOfNoiseHaveNoYear() {
        SplittableRandom random = new SplittableRandom(3);
        int found = 0;
        for (int trial = 0; trial < 40; trial++) {
            double[] weeks = IntStream.range(0, 1_000)
                    .mapToDouble(at -> random.nextGaussian())
                    .toArray();
            found += Periods.find(List.of(weeks), List.of(52)).contains(52) ? 1 : 0;
        }
        assertThat(found).isLessThan(4);
    }

    /** Three years tell little of a year: among noise one autocorrelation in four used to pass for one. */
    @Test
    void threeYearsOfNoiseHaveNoYearAndFewStepsNoPeriod() {
        SplittableRandom random = new SplittableRandom(8);
        int years = 0;
        int others = 0;
        for (int trial = 0; trial < 100; trial++) {
            years += Periods.find(List.of(noise(random, 156)), List.of(52)).isEmpty() ? 0 : 1;
            others += Periods.find(List.of(noise(random, 60)), List.of()).isEmpty() ? 0 : 1;
        }
        assertThat(years).isLessThan(8);
        assertThat(others).isLessThan(5);
    }

    /** Thirty series with the same shocks show the same chance thirty times. */
    @Test
    void seriesThatMoveTogetherAreNotManyWitnesses() {
        SplittableRandom random = new SplittableRandom(9);
        int found = 0;
        for (int trial = 0; trial < 50; trial++) {
            double[] common = noise(random, 156);
            List<double[]> series = IntStream.range(0, 30)
                    .mapToObj(number -> {
                        double[] own = noise(random, 156);
                        return IntStream.range(0, 156)
                                .mapToDouble(at -> common[at] + own[at])
                                .toArray();
                    })
                    .toList();
            found += Periods.find(series, List.of(52)).isEmpty() ? 0 : 1;
        }
        assertThat(found).isLessThan(5);
    }

    /** Weeks before Christmas, three times. */
    @Test
    void threeYearsOfWeeksShowTheirYear() {
        SplittableRandom random = new SplittableRandom(10);
        int found = 0;
        for (int trial = 0; trial < 50; trial++) {
            double[] weeks = IntStream.range(0, 160)
                    .mapToDouble(at -> 100 + (at % 52 >= 47 ? 20 * (at % 52 - 46) : 0) + 10 * random.nextGaussian())
                    .toArray();
            found += Periods.find(List.of(weeks), List.of(52)).equals(List.of(52)) ? 1 : 0;
        }
        assertThat(found).isGreaterThan(47);
    }

    /** Airline passengers 1949 to 1951, in thousands (Box and Jenkins 1970, series G). */
    @Test
    void threeYearsOfMonthsShowTheirYear() {
        double[] passengers = {
            112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158,
            133, 114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166
        };
        assertThat(Periods.find(List.of(passengers), List.of(12))).containsExactly(12);
    }

    private static double[] noise(SplittableRandom random, int length) {
        return IntStream.range(0, length)
                .mapToDouble(at -> random.nextGaussian())
                .toArray();
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
