package io.millwright.templates.fraud.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StrayTimesTest {

    private static final long START = 19_000 * Transactions.DAY;

    private static long[] days(int size, int days) {
        return new Random(2)
                .longs(size, 0, days)
                .map(day -> START + day * Transactions.DAY)
                .toArray();
    }

    @Test
    void aRowOfAnotherCenturyHasNoTime() {
        for (int size : new int[] {150, 5_000}) {
            long[] times = days(size, 40);
            times[7] = 0;
            times[90] = 47_000 * Transactions.DAY;
            assertThat(StrayTimes.forget(times, size)).isEqualTo(2);
            assertThat(times[7]).isEqualTo(Transactions.NO_TIME);
            assertThat(times[90]).isEqualTo(Transactions.NO_TIME);
            assertThat(Arrays.stream(times).filter(time -> time == Transactions.NO_TIME))
                    .hasSize(2);
        }
    }

    @Test
    void gapsOfMonthsAndLongTailsStay() {
        long[] gap = days(2_000, 10);
        gap[5] = START + 300 * Transactions.DAY;
        gap[6] = START - 300 * Transactions.DAY;
        assertThat(StrayTimes.forget(gap, gap.length)).isZero();
        long[] tail = days(2_000, 3_000);
        tail[5] = START - 2_500 * Transactions.DAY;
        assertThat(StrayTimes.forget(tail, tail.length)).isZero();
    }

    @Test
    void ofFewRowsNoneStrays() {
        long[] few = days(30, 4);
        few[3] = START + 4_000 * Transactions.DAY;
        assertThat(StrayTimes.forget(few, few.length)).isZero();
        assertThat(StrayTimes.forget(new long[0], 0)).isZero();
    }
}
