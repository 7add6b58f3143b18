package io.millwright.templates.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void theSearchTakesMostOfTheBar() {
        assertThat(Pace.share(Pace.SEARCH)).isLessThan(0.1);
        assertThat(Pace.share(Pace.SEARCHED)).isGreaterThan(0.8);
        assertThat(Pace.share(0)).isZero();
        assertThat(Pace.share(1)).isCloseTo(1, within(1e-12));
    }

    @Test
    void theBarNeverGoesBack() {
        double[] shares = IntStream.rangeClosed(0, 1_000)
                .mapToDouble(at -> Pace.share(at / 1_000.0))
                .toArray();
        assertThat(shares).isSorted();
    }
}
