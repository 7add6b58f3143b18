package io.millwright.templates.learning.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.learning.linear.Term.Shape;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticModelTest {

    private static final int ROWS = 2_000;
    private static final int COLUMNS = 5;

    /** A number with gaps, codes, a skewed amount, a constant, and a number that is there always. */
    private final Matrix matrix;

    private final byte[] labels = new byte[ROWS];

    LogisticModelTest() {
        float[] cells = new float[ROWS * COLUMNS];
        Random random = new Random(5);
        for (int row = 0; row < ROWS; row++) {
            int at = row * COLUMNS;
            double normal = random.nextGaussian();
            int code = random.nextInt(3);
            double amount = Math.exp(2 * random.nextGaussian());
            boolean gap = random.nextInt(10) == 0;
            cells[at] = gap ? Float.NaN : (float) (100 + 10 * normal);
            cells[at + 1] = row == 7 ? 9 : code;
            cells[at + 2] = (float) amount;
            cells[at + 3] = 4;
            cells[at + 4] = random.nextFloat();
            double margin = (gap ? 2 : normal) + (code == 1 ? 1 : 0) + Math.log1p(amount) - 2;
            labels[row] = (byte) (random.nextDouble() < 1 / (1 + Math.exp(-margin)) ? 1 : 0);
        }
        matrix = new Matrix(cells, ROWS, COLUMNS, new boolean[] {false, true, false, false, false});
    }

    @Test
    void takesOfEachColumnWhatItSays() {
        LogisticModel model = LogisticModel.fit(matrix, labels, 1);
        assertThat(model.terms())
                .extracting(term -> term.column() + " " + term.shape())
                .as("neither a constant nor a code of one row says anything")
                .containsExactly("0 VALUE", "0 MISSING", "1 CODE", "1 CODE", "1 CODE", "2 LOG", "4 VALUE");
        assertThat(slope(model, 0)).as("of a number").isCloseTo(1, within(.15));
        assertThat(slope(model, 1)).as("of a gap").isCloseTo(2, within(.4));
        assertThat(slope(model, 3) - slope(model, 2)).as("of a code").isCloseTo(1, within(.3));
        assertThat(slope(model, 5)).as("of an amount").isPositive();
    }

    /** For a step of one where the number has a deviation of ten. */
    private static double slope(LogisticModel model, int term) {
        Term one = model.terms().get(term);
        double per = model.model().coefficients()[term] / one.scale();
        return one.shape() == Shape.VALUE ? 10 * per : per;
    }

    @Test
    void contributionsAddUpToTheMargin() {
        LogisticModel model = LogisticModel.fit(matrix, labels, 1);
        double[] margins = model.margins(matrix);
        float[][] contributions = model.contributions(matrix);
        for (int row = 0; row < 50; row++) {
            double sum = model.model().intercept();
            for (float one : contributions[row]) {
                sum += one;
            }
            assertThat(sum).isCloseTo(margins[row], within(1e-5));
        }
    }

    @Test
    void farAndMissingValuesStayInBounds() {
        LogisticModel model = LogisticModel.fit(matrix, labels, 1);
        float[] odd = {Float.POSITIVE_INFINITY, 77, -3e38f, Float.NaN, Float.NaN};
        assertThat(model.margins(new Matrix(odd, 1, COLUMNS, matrix.categorical()))[0])
                .isBetween(-60.0, 60.0);
        float[] empty = {Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN};
        assertThat(model.margins(new Matrix(empty, 1, COLUMNS, matrix.categorical()))[0])
                .isFinite();
    }
}
