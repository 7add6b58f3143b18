package io.millwright.templates.forecasting.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millwright.templates.learning.linear.NormalEquations;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The quick sums are those of the windows one by one. */
class LagSumsTest {

    @Test
    void sumsAreThoseOfTheWindows() {
        int lags = 9;
        int centre = 4;
        double[] z = new SplittableRandom(8).doubles(80).toArray();
        NormalEquations slow = new NormalEquations(lags + 1);
        for (int now = lags; now < z.length; now++) {
            double level = 0;
            for (int lag = 1; lag <= centre; lag++) {
                level += z[now - lag] / centre;
            }
            double[] row = new double[lags + 1];
            for (int lag = 1; lag <= lags; lag++) {
                row[lag - 1] = z[now - lag] - level;
            }
            row[lags] = 1;
            slow.add(row, z[now] - level, 1);
        }
        assertThat(LagSums.of(z, lags, centre).solve(0.1)).containsExactly(slow.solve(0.1), within(1e-9));
    }
}
