package io.millwright.templates.forecasting.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private static final List<String> KEYS = List.of("a");

    @Test
    void laterValuesGoOnFromEarlierOnes() {
        Series both = new Series(KEYS, 4, new double[] {5}).over(new Series(KEYS, 1, new double[] {2, 3}));
        assertThat(both.start()).isEqualTo(1);
        assertThat(both.values()).containsExactly(2, 3, Double.NaN, 5);
    }

    @Test
    void rowsWithoutAValueAreNoHistory() {
        Series asked = new Series(KEYS, 9, new double[0], new float[][] {{1, 2}});
        Series both = asked.over(new Series(KEYS, 1, new double[] {2, 3}, new float[][] {{7, 8}}));
        assertThat(both.end()).isEqualTo(3);
        assertThat(both.told()).isEqualTo(11);
    }

    @Test
    void twoWithoutAValueHaveNone() {
        Series both = new Series(KEYS, 9, new double[0]).over(new Series(KEYS, 5, new double[0]));
        assertThat(both.values()).isEmpty();
    }
}
