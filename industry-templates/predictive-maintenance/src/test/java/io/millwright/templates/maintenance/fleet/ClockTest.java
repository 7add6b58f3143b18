package io.millwright.templates.maintenance.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.maintenance.fleet.Fleet.TimeUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The unit of a file's time: what suits its length in training, what the model counts in afterwards. */
class ClockTest {

    private static final double DAY = 24 * 3_600e6;

    @Test
    void lengthTellsTheUnitInTraining() throws Exception {
        assertThat(Clock.of(moments(5)).unit()).isEqualTo(TimeUnit.HOURS);
        assertThat(Clock.of(moments(60)).unit()).isEqualTo(TimeUnit.DAYS);
    }

    @Test
    void theModelTellsTheUnitAfterwards() throws Exception {
        assertThat(Clock.of(moments(5), TimeUnit.DAYS))
                .extracting(Clock::unit, Clock::divisor)
                .containsExactly(TimeUnit.DAYS, DAY);
        assertThat(Clock.of(moments(60), TimeUnit.HOURS))
                .extracting(Clock::unit, Clock::divisor)
                .containsExactly(TimeUnit.HOURS, DAY / 24);
        // a counter whose numbers look like dates is still a counter
        assertThat(Clock.of(numbers(20_250_101, 20_250_131), TimeUnit.CYCLES).unit())
                .isEqualTo(TimeUnit.CYCLES);
    }

    @Test
    void aTimeOfAnotherKindThanTheModelsIsRefused() {
        assertThatThrownBy(() -> Clock.of(moments(5), TimeUnit.CYCLES))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("the model's time is a number that counts up");
        assertThatThrownBy(() -> Clock.of(numbers(1, 200), TimeUnit.DAYS))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("no moments that can be read");
    }

    private static ColumnProfile moments(int days) {
        double start = 20_000 * DAY;
        return profile(ColumnType.TIMESTAMP, start, start + days * DAY);
    }

    private static ColumnProfile numbers(double from, double to) {
        return profile(ColumnType.INTEGER, from, to);
    }

    private static ColumnProfile profile(ColumnType type, double from, double to) {
        return new ColumnProfile(new Column("time", type), 100, 0, 100, from, to, true, true, List.of());
    }
}
