package io.millwright.templates.learning.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millwright.templates.learning.metrics.ProbabilityErrors;
import io.millwright.templates.learning.metrics.Ranking;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private final Random random = new Random(5);

    @Test
    void isotonicBringsPromisesToTruthWithoutChangingTheOrder() {
        Rows rows = rows(20_000);
        Calibration calibration = Calibration.fit(rows.scores, rows.labels);
        assertThat(calibration).isInstanceOf(Isotonic.class);

        Rows fresh = rows(20_000);
        double[] probabilities = calibration.probabilities(fresh.scores);
        assertThat(ProbabilityErrors.calibrationError(fresh.scores, fresh.labels, 10))
                .isGreaterThan(0.1);
        assertThat(ProbabilityErrors.calibrationError(probabilities, fresh.labels, 10))
                .isLessThan(0.02);
        assertThat(new Ranking(probabilities, fresh.labels).auc())
                .isCloseTo(new Ranking(fresh.scores, fresh.labels).auc(), within(1e-9));
    }

    @Test
    void fewRowsGetTheSigmoid() {
        Rows rows = rows(150);
        Calibration calibration = Calibration.fit(rows.scores, rows.labels);
        assertThat(calibration).isInstanceOf(Logistic.class);
        assertThat(calibration.probability(0.2)).isLessThan(calibration.probability(0.8));
    }

    @Test
    void theSigmoidFindsItsOwnParameters() {
        double[] scores = new double[50_000];
        byte[] labels = new byte[scores.length];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = random.nextDouble();
            double logOdds = Math.log(scores[row] / (1 - scores[row]));
            labels[row] = (byte) (random.nextDouble() < 1 / (1 + Math.exp(-(0.7 * logOdds - 1))) ? 1 : 0);
        }
        Logistic fitted = Logistic.fit(scores, labels);
        assertThat(fitted.slope()).isCloseTo(0.7, within(0.05));
        assertThat(fitted.intercept()).isCloseTo(-1, within(0.05));
    }

    @Test
    void separableRowsStayFinite() {
        Logistic fitted = Logistic.fit(new double[] {0.1, 0.2, 0.9, 0.95}, new byte[] {0, 0, 1, 1});
        assertThat(fitted.probability(0.95)).isBetween(0.5, 1.0);
        assertThat(fitted.probability(0)).isBetween(0.0, 0.5);
    }

    /** Scores that promise the square root of the truth. */
    private Rows rows(int size) {
        double[] scores = new double[size];
        byte[] labels = new byte[size];
        for (int row = 0; row < size; row++) {
            scores[row] = random.nextDouble();
            labels[row] = (byte) (random.nextDouble() < scores[row] * scores[row] ? 1 : 0);
        }
        return new Rows(scores, labels);
    }

    private record Rows(double[] scores, byte[] labels) {}
}
