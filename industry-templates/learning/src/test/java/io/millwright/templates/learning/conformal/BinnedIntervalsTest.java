package io.millwright.templates.learning.conformal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BinnedIntervalsTest {

    @Test
    void coversWhatWasPromisedWhereErrorsGrow() {
        var random = new SplittableRandom(1);
        var intervals = intervals(random, 4_000);
        for (var estimate : new double[] {5, 50, 95}) {
            var inside = 0;
            for (var draw = 0; draw < 20_000; draw++) {
                var truth = estimate + random.nextGaussian() * (1 + estimate / 10);
                inside += truth >= intervals.lower(estimate) && truth <= intervals.upper(estimate) ? 1 : 0;
            }
            assertThat(inside / 20_000.0).describedAs("at %s", estimate).isCloseTo(0.9, within(0.04));
        }
    }

    @Test
    void isWiderWhereErrorsAreLarger() {
        var intervals = intervals(new SplittableRandom(2), 4_000);
        assertThat(intervals.upper(95) - intervals.lower(95))
                .isGreaterThan(3 * (intervals.upper(5) - intervals.lower(5)));
    }

    @Test
    void fewErrorsGiveTheOutermost() {
        var intervals = BinnedIntervals.fit(new double[] {1, 1, 1}, new double[] {0, 1, 3}, 0.9);
        assertThat(intervals.lower(1)).isEqualTo(0);
        assertThat(intervals.upper(1)).isEqualTo(3);
    }

    @Test
    void nothingToLearnFromIsRefused() {
        assertThatThrownBy(() -> BinnedIntervals.fit(new double[0], new double[0], 0.9))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BinnedIntervals intervals(SplittableRandom random, int rows) {
        var estimates = new double[rows];
        var truths = new double[rows];
        for (var row = 0; row < rows; row++) {
            estimates[row] = random.nextDouble(100);
            truths[row] = estimates[row] + random.nextGaussian() * (1 + estimates[row] / 10);
        }
        return BinnedIntervals.fit(estimates, truths, 0.9);
    }
}
