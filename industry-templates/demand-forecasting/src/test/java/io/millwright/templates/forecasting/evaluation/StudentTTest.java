package io.millwright.templates.forecasting.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StudentTTest {

    /** Published: Abramowitz and Stegun 1964, table 26.10. */
    @Test
    void quantilesAreThoseOfTheTables() {
        assertThat(StudentT.quantile(1.95996, 3)).isCloseTo(3.182, within(0.01));
        assertThat(StudentT.quantile(1.95996, 10)).isCloseTo(2.228, within(0.001));
        assertThat(StudentT.quantile(1.28155, 3)).isCloseTo(1.638, within(0.01));
        assertThat(StudentT.quantile(1.28155, 30)).isCloseTo(1.310, within(0.001));
    }
}
