package io.millwright.templates.fraud.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.templates.fraud.ledger.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompromisedTest {

    /** The rule as the handbook's get_train_test_set spells it: training days 0 to 6, delay 7, test days 14 to 20. */
    @Test
    void followsTheHandbook() {
        Random random = new Random(2);
        Transactions all = new Transactions(4_000, new float[0][]);
        for (int row = 0; row < all.size(); row++) {
            all.time[row] = row * 28L * Transactions.DAY / all.size();
            all.customer[row] = random.nextInt(150);
            all.label[row] = (byte) (random.nextInt(60) == 0 ? 1 : 0);
            all.fileRow[row] = row;
        }
        int[] test = TimePlan.rows(all, 14 * Transactions.DAY, 21 * Transactions.DAY);
        int[] kept = new Compromised(all).without(test, 14, 0, 7);

        List<Integer> expected = new ArrayList<>();
        Set<Integer> defrauded = new TreeSet<>();
        IntStream.range(0, all.size())
                .filter(row -> all.day(row) < 7 && all.label[row] == 1)
                .forEach(row -> defrauded.add(all.customer[row]));
        for (int day = 0; day < 7; day++) {
            int known = 7 + day - 1;
            IntStream.range(0, all.size())
                    .filter(row -> all.day(row) == known && all.label[row] == 1)
                    .forEach(row -> defrauded.add(all.customer[row]));
            for (int row : test) {
                if (all.day(row) == 14 + day && !defrauded.contains(all.customer[row])) {
                    expected.add(row);
                }
            }
        }
        assertThat(kept)
                .containsExactly(expected.stream().mapToInt(Integer::intValue).toArray());
        assertThat(kept.length).isBetween(1, test.length - 1);
    }
}
