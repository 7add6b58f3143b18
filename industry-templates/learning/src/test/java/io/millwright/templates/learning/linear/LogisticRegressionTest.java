package io.millwright.templates.learning.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Beside figures of scikit-learn 1.9.1, whose C is one over the penalty; {@code logistic_regression.py} prints them. */
class LogisticRegressionTest {

    private static final double[][] ROWS = {
        {-1.5, 0.2},
        {-1, 1.1},
        {-0.4, -0.7},
        {0, 0.4},
        {0.3, -1.2},
        {0.8, 1.9},
        {1.2, -0.3},
        {1.7, 0.6},
        {2.1, -1.6},
        {2.6, 0.9}
    };
    private static final byte[] LABELS = {0, 0, 1, 0, 0, 1, 0, 1, 1, 1};

    @ParameterizedTest
    @CsvSource({
        "0.1, -0.779296337319111, 1.2828576284916287, 0.34704797294271045, 0.03565646339805861",
        "1, -0.5397936503812528, 0.8909924473267855, 0.2035908628999954, 0.007498004732137575",
        "10, -0.16749900083370542, 0.2795472079830226, 0.041595169101861375, -0.006927812291263408"
    })
    void findsWhatScikitLearnFinds(double penalty, double intercept, double first, double second, double margin) {
        LinearModel model = LogisticRegression.fit(ROWS, LABELS, penalty);
        assertThat(model.intercept()).isCloseTo(intercept, within(1e-7));
        assertThat(model.coefficients()).containsExactly(new double[] {first, second}, within(1e-7));
        assertThat(model.predict(new double[] {0.5, 0.5})).isCloseTo(margin, within(1e-7));
    }

    @Test
    void aColumnThatDividesTheLabelsKeepsAFiniteSlope() {
        double[][] rows = {{-2}, {-1}, {1}, {2}};
        LinearModel model = LogisticRegression.fit(rows, new byte[] {0, 0, 1, 1}, 1);
        assertThat(model.coefficients()[0]).isCloseTo(1.00659431, within(1e-7));
        assertThat(LogisticRegression.fit(rows, new byte[] {0, 0, 1, 1}, 1e-4).coefficients()[0])
                .isBetween(2.0, 50.0);
    }

    @Test
    void columnsThatSayTheSameShareTheSlope() {
        double[][] twice = new double[ROWS.length][];
        for (int row = 0; row < twice.length; row++) {
            twice[row] = new double[] {ROWS[row][0], ROWS[row][0]};
        }
        double[] slopes = LogisticRegression.fit(twice, LABELS, 1).coefficients();
        assertThat(slopes[0]).isCloseTo(slopes[1], within(1e-9)).isPositive();
    }

    @Test
    void oneLabelOnlyIsRefused() {
        assertThatThrownBy(() -> LogisticRegression.fit(new double[][] {{1}, {2}}, new byte[] {1, 1}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("both labels");
    }
}
