package io.millwright.templates.fraud.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.templates.fraud.ledger.Transactions;
import org.junit.jupiter.api.Test;

class CardPrecisionTest {

    @Test
    void callsEachFoundCustomerOnlyOnce() {
        Transactions all = new Transactions(6, new float[0][]);
        long[] times = {0, 1, 2, Transactions.DAY, Transactions.DAY + 1, Transactions.DAY + 2};
        int[] customers = {1, 2, 3, 1, 2, 3};
        for (int row = 0; row < 6; row++) {
            all.time[row] = times[row];
            all.customer[row] = customers[row];
        }
        Judged judged = new Judged(
                new int[] {0, 1, 2, 3, 4, 5}, new double[] {0.9, 0.8, 0.1, 0.9, 0.2, 0.8}, new byte[] {1, 0, 0, 1, 1, 0
                });
        // Day one: 1 and 2 are called, 1 is found. Day two: 1 is not called again; 3 and 2 are, 2 is found.
        assertThat(CardPrecision.at(2, judged, all)).isEqualTo((0.5 + 0.5) / 2);
    }
}
