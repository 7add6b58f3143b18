package io.millwright.templates.maintenance.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which columns among the sensors are switches, and which are measurements that keep to a few values. */
class ConditionsTest {

    private static final int ROWS = 600;

    private final Random random = new Random(1);

    @Test
    void jumpsBetweenLevelsAreConditions() {
        double[] altitudes = {0, 10, 20, 25, 35, 42};
        assertThat(switches(row -> altitudes[random.nextInt(6)])).containsExactly(0);
        assertThat(switches(row -> 500 * random.nextInt(4))).containsExactly(0);
        assertThat(switches(row -> row / 10 % 2)).containsExactly(0);
    }

    @Test
    void theStepsOfAProgrammeAreConditions() {
        assertThat(switches(row -> 1 + row / 4 % 6)).containsExactly(0);
    }

    @Test
    void roundedMeasurementsAreNone() {
        // noise, a day's course, a walk
        assertThat(switches(row -> Math.rint(65 + 1.6 * random.nextGaussian()))).isEmpty();
        assertThat(switches(row -> Math.rint(65 + 3 * Math.sin(row / 8.0) + 0.7 * random.nextGaussian())))
                .isEmpty();
        double[] level = {5};
        assertThat(switches(row -> level[0] = Math.clamp(level[0] + random.nextInt(3) - 1, 0, 9)))
                .isEmpty();
    }

    @Test
    void countsOfErrorsAreNone() {
        assertThat(switches(row -> IntStream.range(0, 20)
                        .filter(each -> random.nextInt(20) == 0)
                        .count()))
                .isEmpty();
        // counted up on each machine
        assertThat(switches(row -> row % 100 / 10)).isEmpty();
    }

    @Test
    void conditionsOfFewRowsAreNone() {
        IntToDoubleFunction valve = row -> random.nextInt(2);
        IntToDoubleFunction stage = row -> new double[] {0, 3, 7}[random.nextInt(3)];
        assertThat(switches(stage, valve, stage, valve)).containsExactly(0, 1, 3);
    }

    /** Six machines with sensors as told. */
    private static Iterable<Integer> switches(IntToDoubleFunction... sensors) {
        float[][] values = new float[sensors.length][ROWS];
        for (int sensor = 0; sensor < sensors.length; sensor++) {
            for (int row = 0; row < ROWS; row++) {
                values[sensor][row] = (float) sensors[sensor].applyAsDouble(row);
            }
        }
        Fleet fleet = new Fleet(
                List.of("a", "b", "c", "d", "e", "f"),
                new int[] {0, 100, 200, 300, 400, 500, ROWS},
                IntStream.range(0, ROWS).asDoubleStream().toArray(),
                new float[0][],
                values,
                IntStream.range(0, ROWS).toArray(),
                Fleet.TimeUnit.CYCLES);
        return Conditions.of(fleet).sensors().keySet();
    }
}
