package io.millwright.templates.learning.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProbabilityErrorsTest {

    /** The example of scikit-learn's documentation of brier_score_loss. */
    @Test
    void publishedBrierScore() {
        double brier = ProbabilityErrors.brier(new double[] {0.1, 0.9, 0.8, 0.3}, new byte[] {0, 1, 1, 0});
        assertThat(brier).isCloseTo(0.0375, within(1e-12));
    }

    @Test
    void calibrationErrorIsTheMeanDistanceOfBins() {
        double[] probabilities = {0.1, 0.1, 0.1, 0.1, 0.8, 0.8, 0.8, 0.8};
        byte[] labels = {0, 0, 0, 1, 1, 1, 1, 1};
        // 0.25 came where 0.1 was promised, 1 where 0.8 was.
        assertThat(ProbabilityErrors.calibrationError(probabilities, labels, 2)).isCloseTo(0.175, within(1e-12));
    }

    @Test
    void orderIsStable() {
        assertThat(Order.descending(new double[] {1, 3, 1, Double.NaN, 3, -0.0, 0.0}))
                .containsExactly(1, 4, 0, 2, 5, 6, 3);
        assertThat(Order.ascending(new long[] {5, 2, 5, 2})).containsExactly(1, 3, 0, 2);
    }
}
