package io.millwright.templates.learning.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CholeskyTest {

    @Test
    void solvesTheExampleWithAKnownFactor() {
        // A = L Lᵀ with L = (2 0 0; 6 1 0; -8 5 3)
        double[][] matrix = {{4, 12, -16}, {12, 37, -43}, {-16, -43, 98}};
        Cholesky factor = Cholesky.of(matrix).orElseThrow();
        assertThat(factor.logDeterminant()).isCloseTo(Math.log(36), within(1e-12));
        assertThat(factor.solve(new double[] {4 + 24 - 48, 12 + 74 - 129, -16 - 86 + 294}))
                .containsExactly(new double[] {1, 2, 3}, within(1e-9));
    }

    @Test
    void solvesLargeRandomMatrices() {
        Random random = new Random(1);
        int size = 169;
        double[][] roots = new double[size + 20][size];
        double[][] matrix = new double[size][size];
        for (double[] root : roots) {
            for (int at = 0; at < size; at++) {
                root[at] = random.nextGaussian();
            }
            for (int one = 0; one < size; one++) {
                for (int two = 0; two < size; two++) {
                    matrix[one][two] += root[one] * root[two];
                }
            }
        }
        double[] truth = random.doubles(size).toArray();
        double[] right = new double[size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                right[row] += matrix[row][column] * truth[column];
            }
        }
        assertThat(Cholesky.of(matrix).orElseThrow().solve(right)).containsExactly(truth, within(1e-8));
    }

    @Test
    void refusesWhatIsNotPositiveDefinite() {
        assertThat(Cholesky.of(new double[][] {{1, 2}, {2, 1}})).isEmpty();
        assertThat(Cholesky.of(new double[][] {{1, 1}, {1, 1}})).isEmpty();
        assertThat(Cholesky.of(new double[][] {{Double.NaN}})).isEmpty();
    }
}
