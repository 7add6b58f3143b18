package io.millwright.templates.maintenance.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which columns give failures away. */
class LeakGuardTest {

    private static final int ROWS = 1_000;
    private static final double[] NOW = new double[0];

    @Test
    void aRareSortOfFailureIsOne() {
        assertThat(suspects(20, 6)).as("6 of 20 failures in 1,000 rows").containsExactly("sort");
    }

    @Test
    void whatMayBeChanceIsNone() {
        assertThat(suspects(20, 2)).isEmpty();
        assertThat(suspects(400, 6)).as("4 of 10 rows are failures").isEmpty();
    }

    @Test
    void aSensorThatTellsAllFailuresIsKeptAndToldOf() {
        byte[] labels = new byte[ROWS];
        float[] vibration = new float[ROWS];
        float[] downtime = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = (byte) (row < 50 ? 1 : 0);
            vibration[row] = (row < 50 ? 5 : 1) + row % 97 / 97f;
            downtime[row] = row < 50 ? 1 + row : 0;
        }
        LeakGuard.Found found =
                LeakGuard.suspects(List.of("vibration", "downtime"), List.of(vibration, downtime), labels, NOW);
        assertThat(found.leaks()).containsExactly("downtime");
        assertThat(found.strange()).containsExactly("vibration");
    }

    @Test
    void whatCountsTheTimeToTheFailureIsLeftOut() {
        byte[] labels = new byte[ROWS];
        float[] counter = new float[ROWS];
        float[] wear = new float[ROWS];
        double[] remaining = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            remaining[row] = row % 100;
            labels[row] = (byte) (remaining[row] < 10 ? 1 : 0);
            counter[row] = 500 - 2 * (row % 100);
            wear[row] = (float) Math.exp(-remaining[row] / 10) + row / 1e6f;
        }
        LeakGuard.Found found =
                LeakGuard.suspects(List.of("counter", "wear"), List.of(counter, wear), labels, remaining);
        assertThat(found.leaks()).containsExactly("counter");
        assertThat(found.strange()).containsExactly("wear");
    }

    private static Set<String> suspects(int failures, int marked) {
        byte[] labels = new byte[ROWS];
        float[] sort = new float[ROWS];
        for (int row = 0; row < failures; row++) {
            labels[row] = 1;
            sort[row] = row < marked ? 1 : 0;
        }
        return LeakGuard.suspects(List.of("sort"), List.of(sort), labels, NOW).leaks();
    }
}
