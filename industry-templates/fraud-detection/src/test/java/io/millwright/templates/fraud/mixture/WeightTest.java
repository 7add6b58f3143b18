package io.millwright.templates.fraud.mixture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WeightTest {

    private static final int ROWS = 2_000;

    private final double[] truth = new double[ROWS];
    private final byte[] labels = new byte[ROWS];
    private final Random random = new Random(3);

    WeightTest() {
        for (int row = 0; row < ROWS; row++) {
            truth[row] = 2 * random.nextGaussian() - 2;
            labels[row] = (byte) (random.nextDouble() < 1 / (1 + Math.exp(-truth[row])) ? 1 : 0);
        }
    }

    @Test
    void aRegressionThatKnowsMoreGetsAsMuchSayAsAllowed() {
        assertThat(Weight.choose(scores(noisy(2)), truth, labels)).isEqualTo(Weight.MOST);
    }

    @Test
    void twoThatErrApartAreBetterTogether() {
        assertThat(Weight.choose(scores(noisy(1)), noisy(1), labels)).isBetween(0.3, 0.5);
    }

    @Test
    void aRegressionThatKnowsLessIsNotHeard() {
        assertThat(Weight.choose(scores(truth), noisy(2), labels)).isZero();
    }

    /** Trees that are right but shy need a calibration and no help: a copy of them with clearer words is no gain. */
    @Test
    void clearerWordsAreNoGain() {
        double[] shy = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            shy[row] = truth[row] / 3;
        }
        assertThat(Weight.choose(scores(shy), truth, labels)).isZero();
    }

    /** A regression that knows less by far adds nothing, whatever the dice say. */
    @Test
    void noiseIsHardlyEverHeard() {
        int heard = 0;
        for (int world = 0; world < 50; world++) {
            heard += Weight.choose(scores(noisy(0.3)), noisy(3), labels) > 0 ? 1 : 0;
        }
        assertThat(heard).isLessThanOrEqualTo(5);
    }

    @Test
    void fewCasesSayNothing() {
        byte[] few = new byte[ROWS];
        for (int row = 0; row < 29; row++) {
            few[row] = 1;
        }
        assertThat(Weight.choose(scores(noisy(2)), truth, few)).isZero();
    }

    private double[] noisy(double by) {
        double[] noisy = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            noisy[row] = truth[row] + by * random.nextGaussian();
        }
        return noisy;
    }

    private static double[] scores(double[] margins) {
        double[] scores = new double[margins.length];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = 1 / (1 + Math.exp(-margins[row]));
        }
        return scores;
    }
}
