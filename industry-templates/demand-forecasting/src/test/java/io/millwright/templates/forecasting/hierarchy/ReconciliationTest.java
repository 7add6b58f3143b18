package io.millwright.templates.forecasting.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private static final List<Node> TOTAL = List.of(new Node("", "", List.of(Node.ALL), new int[] {0, 1}));

    /**
     * By hand: the total says 2 more than its series. The distance has variance 2 + 1 + 3 = 6, so the series take 1/6 and 3/6 of
     * it, and the total gives way by 2/6.
     */
    @Test
    void eachGivesWayByItsVariance() {
        double[][] moved = new Reconciliation(TOTAL, new double[] {2}, new double[] {1, 3})
                .moved(new double[][] {{10}, {20}}, new double[][] {{32}});
        assertThat(moved[0][0]).isCloseTo(10 + 2 / 6.0, within(1e-9));
        assertThat(moved[1][0]).isCloseTo(20 + 2 * 3 / 6.0, within(1e-9));
    }

    @Test
    void forecastsThatAgreeStayAsTheyAre() {
        double[][] moved =
                Reconciliation.structural(TOTAL, 2).moved(new double[][] {{1, 2}, {3, 4}}, new double[][] {{4, 6}});
        assertThat(moved).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
    }

    @Test
    void nothingFallsBelowZero() {
        double[][] moved = Reconciliation.structural(TOTAL, 2).moved(new double[][] {{0.1}, {9}}, new double[][] {{0}});
        assertThat(moved[0][0]).isZero();
    }
}
