package io.millwright.templates.fraud.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.templates.fraud.ledger.Transactions;
import org.junit.jupiter.api.Test;

class AlertChooserTest {

    private static final int MANY = 1_000;

    /** Three frauds of 100, 5 and 100, told from genuine payments less and less well. */
    private static final Judged JUDGED = new Judged(
            new int[] {0, 1, 2, 3, 4, 5, 6}, new double[] {.9, .8, .7, .6, .5, .4, .3}, new byte[] {1, 0, 1, 0, 0, 0, 1
            });

    private static final double[] AMOUNTS = {100, 20, 5, 20, 20, 20, 100};

    private static double choose(double alertsPerDay, double review, double missed, double[] amounts, double days) {
        Transactions all = new Transactions(amounts.length, new float[0][]);
        System.arraycopy(amounts, 0, all.amount, 0, amounts.length);
        return new AlertChooser(alertsPerDay, new Costs(review, missed, all)).choose(JUDGED, days);
    }

    @Test
    void withoutCostsItBalancesFalseAndMissedAlarms() {
        assertThat(choose(MANY, 0, 0, AMOUNTS, 0)).isEqualTo(.7);
    }

    @Test
    void withAmountsItSavesMost() {
        assertThat(choose(MANY, 15, 0, AMOUNTS, 0)).isEqualTo(.3);
        assertThat(choose(MANY, 40, 0, AMOUNTS, 0)).isEqualTo(.9);
    }

    @Test
    void aFixedCostOfMissedFraudTakesThePlaceOfAmounts() {
        assertThat(choose(MANY, 40, 85, AMOUNTS, 0)).isEqualTo(.7);
        assertThat(choose(MANY, 40, 85, new double[7], 0)).isEqualTo(.7);
    }

    @Test
    void noAlertIsBetterThanOneThatCostsMoreThanItSaves() {
        assertThat(choose(MANY, 500, 0, AMOUNTS, 0)).isEqualTo(1);
    }

    @Test
    void peopleCanLookAtSoManyADayOnly() {
        assertThat(choose(1, 15, 0, AMOUNTS, 2)).isEqualTo(.9);
    }
}
