package io.millwright.templates.forecasting.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millwright.templates.forecasting.panel.Histories;
import io.millwright.templates.learning.workers.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MembersTest {

    /** By hand: sizes 4 and 2 give 4 + 0.1 (2 - 4) = 3.8; distances 2 and 3 give 2 + 0.1 (3 - 2) = 2.1. */
    @Test
    void crostonDividesSizeByDistance() {
        assertThat(RareDemand.byDistance().rate().applyAsDouble(new double[] {0, 4, 0, 0, 2}))
                .isCloseTo(0.95 * 3.8 / 2.1, within(1e-12));
        assertThat(RareDemand.byDistance().rate().applyAsDouble(new double[] {0, 0}))
                .isZero();
    }

    /** By hand: from size 4 and a share of 2 in 4 steps, after 0, 0, 2: .5 × .95³ + .05; 4 + .1 (2 - 4) = 3.8. */
    @Test
    void rareDemandFadesWithEveryStepWithoutOne() {
        assertThat(RareDemand.byProbability().rate().applyAsDouble(new double[] {0, 4, 0, 0, 2}))
                .isCloseTo((0.5 * 0.95 * 0.95 * 0.95 + 0.05) * 3.8, within(1e-12));
        assertThat(RareDemand.byProbability().rate().applyAsDouble(new double[] {0, 0}))
                .isZero();
    }

    @Test
    void seasonsThatRepeatExactlyAreCarriedOn() throws Exception {
        Histories histories =
                new Histories(new double[][] {season(140, 3), season(133, 50)}, List.of(7), new Workers(1));
        for (Member member : Members.ALL) {
            if (member instanceof RareDemand) {
                continue;
            }
            double[][] paths = member.forecast(histories, 10);
            for (int series = 0; series < 2; series++) {
                double[] past = histories.values()[series];
                for (int step = 0; step < 10; step++) {
                    double expected = past[past.length - 7 + step % 7];
                    assertThat(paths[series][step])
                            .describedAs("%s, step %d", member.name(), step + 1)
                            .isCloseTo(expected, within(0.05 * expected));
                }
            }
        }
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        SplittableRandom random = new SplittableRandom(3);
        double[][] values = IntStream.range(0, 9)
                .mapToObj(series -> random.doubles(60 + series).toArray())
                .toArray(double[][]::new);
        for (Member member : Members.ALL) {
            assertThat(member.forecast(new Histories(values, List.of(7), new Workers(1)), 5))
                    .describedAs(member.name())
                    .isDeepEqualTo(member.forecast(new Histories(values, List.of(7), new Workers(2)), 5));
        }
    }

    @Test
    void nothingFallsBelowZeroWhereNothingEverDid() throws Exception {
        double[][] values = {IntStream.range(0, 60).mapToDouble(at -> 60 - at).toArray()};
        double[][][] paths =
                Members.forecast(new Histories(values, List.of(), new Workers(1)), 20, Members.CLOSED_FORM);
        for (double[][] path : Arrays.copyOf(paths, Members.LEARNED)) {
            for (double value : path[0]) {
                assertThat(value).isNotNegative();
            }
        }
    }

    private static double[] season(int length, double level) {
        return IntStream.range(0, length)
                .mapToDouble(at -> level * (2 + Math.sin(2 * Math.PI * at / 7)))
                .toArray();
    }
}
