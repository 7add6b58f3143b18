package io.millwright.templates.learning.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RidgeTest {

    /** Hand-solved: centred x = (-2, -1, 0, 1, 2), x·x = 10, x·y = 19; slope 19 / (10 + penalty). */
    @Test
    void shrinksTheSlopeButNotTheLevel() {
        double[][] rows = {{1}, {2}, {3}, {4}, {5}};
        double[] targets = {2, 4, 5, 8, 9.5};
        LinearModel plain = Ridge.fit(rows, targets, 0);
        assertThat(plain.coefficients()[0]).isCloseTo(1.9, within(1e-9));
        assertThat(plain.predict(new double[] {3})).isCloseTo(5.7, within(1e-9));
        LinearModel shrunk = Ridge.fit(rows, targets, 10);
        assertThat(shrunk.coefficients()[0]).isCloseTo(0.95, within(1e-9));
        assertThat(shrunk.predict(new double[] {3})).isCloseTo(5.7, within(1e-9));
    }

    @Test
    void aWeightOfTwoIsTheRowTwice() {
        LinearModel weighted =
                Ridge.fit(new double[][] {{1, 0}, {2, 1}, {4, 3}}, new double[] {1, 5, 2}, new double[] {1, 2, 1}, 0.5);
        LinearModel repeated =
                Ridge.fit(new double[][] {{1, 0}, {2, 1}, {2, 1}, {4, 3}}, new double[] {1, 5, 5, 2}, 0.5);
        assertThat(weighted.coefficients()).containsExactly(repeated.coefficients(), within(1e-9));
        assertThat(weighted.intercept()).isCloseTo(repeated.intercept(), within(1e-9));
    }

    @Test
    void columnsThatSayTheSameShareTheSlope() {
        LinearModel model = Ridge.fit(new double[][] {{1, 1}, {2, 2}, {3, 3}}, new double[] {2, 4, 6}, 0);
        assertThat(model.predict(new double[] {5, 5})).isCloseTo(10, within(1e-4));
    }

    @Test
    void aStrongPullLeadsToTheOther() {
        NormalEquations equations = new NormalEquations(2);
        equations.add(new double[] {1, 2}, 3, 1);
        equations.add(new double[] {2, 1}, 3, 1);
        assertThat(equations.solve(0)).containsExactly(new double[] {1, 1}, within(1e-9));
        assertThat(equations.solve(1e9, new double[] {7, -7})).containsExactly(new double[] {7, -7}, within(1e-6));
    }

    @Test
    void partsAddUp() {
        NormalEquations whole = new NormalEquations(1);
        NormalEquations part = new NormalEquations(1);
        whole.add(new double[] {2}, 1, 1);
        part.add(new double[] {3}, 5, 1);
        whole.add(part, 1);
        assertThat(whole.weight()).isEqualTo(2);
        assertThat(whole.trace()).isEqualTo(13);
        assertThat(whole.solve(0)[0]).isCloseTo(17.0 / 13, within(1e-12));
    }
}
