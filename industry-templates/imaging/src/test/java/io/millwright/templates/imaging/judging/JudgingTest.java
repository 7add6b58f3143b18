package io.millwright.templates.imaging.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class JudgingTest {

    /** Logits drawn so that their softmax is the truth, then made three times too sure. */
    @Test
    void temperatureIsFoundAgain() {
        Random random = new Random(3);
        double[][] logits = new double[20_000][2];
        byte[][] truth = new byte[logits.length][2];
        for (int row = 0; row < logits.length; row++) {
            double logit = 2 * random.nextGaussian();
            truth[row][random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0] = 1;
            logits[row][1] = 3 * logit;
        }
        assertThat(Temperature.fit(logits, truth, true)).isCloseTo(3, within(0.15));
    }

    /** The rule of succession: of 38 images all were told right, so of the next one a fortieth may be wrong. */
    @Test
    void fewImagesMakeNothingCertain() {
        for (int classes : new int[] {2, 5}) {
            double[][] logits = new double[38][classes];
            byte[][] truth = new byte[logits.length][classes];
            for (int row = 0; row < logits.length; row++) {
                logits[row][row % classes] = 9;
                truth[row][row % classes] = 1;
            }
            double temperature = Temperature.fit(logits, truth, true);
            assertThat(Temperature.probabilities(logits[0], true, temperature)[0])
                    .isCloseTo(39.0 / 40, within(1e-3));
        }
    }

    @Test
    void farFeaturesAreStrangeAndKnownOnesAreNot() {
        Random random = new Random(4);
        double[][] known = new double[500][5];
        double[][] others = new double[500][5];
        int[] kinds = new int[500];
        for (int row = 0; row < 500; row++) {
            kinds[row] = row % 2;
            for (int at = 0; at < 5; at++) {
                known[row][at] = 4 * kinds[row] + random.nextGaussian();
                others[row][at] = 4 * (row % 2) + random.nextGaussian();
            }
        }
        Familiarity familiarity = Familiarity.of(known, kinds, 2, others);
        assertThat(familiarity.strangeness(new double[] {20, -20, 20, -20, 20})).isGreaterThan(3);
        assertThat(familiarity.strangeness(new double[5])).isLessThan(0.5);
        long strange = java.util.Arrays.stream(others)
                .filter(one -> familiarity.strangeness(one) > 1)
                .count();
        assertThat(strange).isBetween(0L, 10L);
    }
}
