package io.millwright.templates.forecasting.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.templates.forecasting.panel.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

class AheadTest {

    /** Rare demands add up to totals: what moves their mean must not shut out the steps without any. */
    @Test
    void aLimitAtZeroStaysThereWhenTheMiddleMovesUp() {
        Ahead ahead = new Ahead(
                new Series(List.of("A"), 0, new double[] {0, 1, 0}),
                new double[] {0.1, 5},
                new double[] {0, 4},
                new double[] {1, 6},
                new double[] {0, 3},
                new double[] {2, 7},
                0);

        Ahead moved = ahead.moved(new double[] {0.3, 4});

        assertThat(moved.lower80()).containsExactly(0, 3);
        assertThat(moved.lower95()).containsExactly(0, 2);
        assertThat(moved.upper95()).containsExactly(2.2, 6);
    }
}
