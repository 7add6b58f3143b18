package io.millwright.templates.forecasting.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapsTest {

    @Test
    void daysWithoutARowWereDaysWithoutASale() {
        assertThat(Gaps.found(panel(weekdays()))).isEqualTo(Gaps.ZERO);
    }

    @Test
    void oneZeroOrOneReturnAmongThemChangesNothing() {
        double[] zero = weekdays();
        zero[8] = 0;
        double[] back = weekdays();
        back[9] = -1;
        assertThat(Gaps.found(panel(zero))).isEqualTo(Gaps.ZERO);
        assertThat(Gaps.found(panel(back))).isEqualTo(Gaps.ZERO);
    }

    @Test
    void whereZerosAreWrittenDownGapsAreSomethingElse() {
        double[] values = weekdays();
        for (int day = 0; day < values.length; day += 7) {
            values[day] = 0;
        }
        assertThat(Gaps.found(panel(values))).isEqualTo(Gaps.BETWEEN);
    }

    private static double[] weekdays() {
        double[] values = new double[140];
        Arrays.setAll(values, day -> day % 7 < 5 ? 20 + day % 7 : Double.NaN);
        return values;
    }

    private static Panel panel(double[] values) {
        return new Panel(Clock.counting(), List.of(new Series(List.of("a"), 0, values)));
    }
}
