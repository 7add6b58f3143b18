package io.millwright.templates.learning.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RankingTest {

    /** The example of scikit-learn's documentation of average_precision_score and roc_auc_score. */
    @Test
    void publishedExample() {
        Ranking ranking = new Ranking(new double[] {0.1, 0.4, 0.35, 0.8}, new byte[] {0, 0, 1, 1});
        assertThat(ranking.averagePrecision()).isCloseTo(0.83333333, within(1e-8));
        assertThat(ranking.auc()).isEqualTo(0.75);
    }

    @Test
    void agreesWithCountingPairsAndSteps() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            int size = 2 + random.nextInt(40);
            double[] scores = new double[size];
            byte[] labels = new byte[size];
            for (int row = 0; row < size; row++) {
                scores[row] = random.nextInt(10) / 10.0;
                labels[row] = (byte) random.nextInt(2);
            }
            labels[0] = 0;
            labels[1] = 1;
            Ranking ranking = new Ranking(scores, labels);
            assertThat(ranking.auc()).isCloseTo(pairs(scores, labels), within(1e-12));
            assertThat(ranking.averagePrecision()).isCloseTo(steps(scores, labels), within(1e-12));
        }
    }

    @Test
    void oneClassHasNoFigures() {
        Ranking ranking = new Ranking(new double[] {0.1, 0.2}, new byte[] {0, 0});
        assertThat(ranking.auc()).isNaN();
        assertThat(ranking.averagePrecision()).isNaN();
    }

    @Test
    void thinningKeepsTheEnds() {
        double[] scores = new double[10_000];
        byte[] labels = new byte[10_000];
        Random random = new Random(4);
        for (int row = 0; row < scores.length; row++) {
            labels[row] = (byte) (random.nextInt(100) == 0 ? 1 : 0);
            scores[row] = random.nextDouble() + labels[row] * 0.5;
        }
        Ranking ranking = new Ranking(scores, labels);
        var thinned = ranking.thinned(250);
        assertThat(thinned).hasSizeBetween(50, 251);
        assertThat(thinned.getFirst()).isEqualTo(ranking.steps().getFirst());
        assertThat(thinned.getLast()).isEqualTo(ranking.steps().getLast());
    }

    private static double pairs(double[] scores, byte[] labels) {
        double won = 0;
        double all = 0;
        for (int one = 0; one < scores.length; one++) {
            for (int two = 0; two < scores.length; two++) {
                if (labels[one] == 1 && labels[two] == 0) {
                    all++;
                    won += scores[one] > scores[two] ? 1 : scores[one] == scores[two] ? 0.5 : 0;
                }
            }
        }
        return won / all;
    }

    private static double steps(double[] scores, byte[] labels) {
        double sum = 0;
        double before = 0;
        for (int tenth = 10; tenth >= 0; tenth--) {
            double hits = 0;
            double taken = 0;
            double positives = 0;
            for (int row = 0; row < scores.length; row++) {
                positives += labels[row];
                if (scores[row] >= tenth / 10.0) {
                    taken++;
                    hits += labels[row];
                }
            }
            if (taken > 0) {
                sum += (hits / positives - before) * hits / taken;
                before = hits / positives;
            }
        }
        return sum;
    }
}
