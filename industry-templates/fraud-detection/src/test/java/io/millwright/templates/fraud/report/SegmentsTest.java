package io.millwright.templates.fraud.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.templates.fraud.evaluation.Judged;
import io.millwright.templates.fraud.ledger.Transactions;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    private static final int MONDAY = 4;

    @Test
    void countsEachPartForItself() {
        Transactions all = new Transactions(8, new float[0][]);
        for (int row = 0; row < 8; row++) {
            all.time[row] = (MONDAY + row / 4) * Transactions.DAY;
            all.amount[row] = row + 1;
        }
        Judged test = new Judged(
                new int[] {0, 1, 2, 3, 4, 5, 6, 7},
                new double[] {.1, .9, .1, .1, .9, .1, .9, .9},
                new byte[] {0, 0, 0, 1, 0, 0, 1, 1});
        assertThat(new Segments(test, all, List.of(), 0.5).chart().rows())
                .containsExactly(
                        List.of("Amount below 3", "2", "0", "1", "-", "0 %"),
                        List.of("Amount 3 to 5", "2", "1", "0", "0 %", "-"),
                        List.of("Amount 5 to 7", "2", "0", "1", "-", "0 %"),
                        List.of("Amount from 7", "2", "2", "2", "100 %", "100 %"),
                        List.of("Monday", "4", "1", "1", "0 %", "0 %"),
                        List.of("Tuesday", "4", "2", "3", "100 %", "67 %"));
    }
}
