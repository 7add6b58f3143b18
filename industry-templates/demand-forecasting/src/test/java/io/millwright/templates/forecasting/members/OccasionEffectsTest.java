package io.millwright.templates.forecasting.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millwright.templates.forecasting.panel.Histories;
import io.millwright.templates.forecasting.panel.Occasions;
import io.millwright.templates.learning.workers.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OccasionEffectsTest {

    private static final int LENGTH = 300;
    private static final int EVERY = 45;

    @Test
    void historiesAreAsIfThereWereNoOccasionsAndForecastsAreChanged() {
        Histories histories = histories(0.1, 1.5);
        OccasionEffects effects = effects(histories);
        double[][] usual = effects.usual(histories).values();
        assertThat(usual[0]).containsExactly(histories(1, 1).values()[0], within(6.0));
        assertThat(usual[1]).containsExactly(histories(1, 1).values()[1], within(6.0));
        double[] closed = forecast(effects, 0);
        double[] busy = forecast(effects, 1);
        int next = EVERY * 7 - LENGTH;
        assertThat(closed[next]).isCloseTo(10, within(6.0));
        assertThat(busy[next]).isCloseTo(150, within(6.0));
        assertThat(closed[next + 1]).isEqualTo(100);
    }

    @Test
    void occasionsThatDoNothingChangeNothing() {
        Histories histories = histories(1, 1);
        OccasionEffects effects = effects(histories);
        assertThat(effects.usual(histories).values()).isDeepEqualTo(histories.values());
        assertThat(forecast(effects, 0)).containsOnly(100);
    }

    private static double[] forecast(OccasionEffects effects, int series) {
        double[] path = new double[30];
        Arrays.fill(path, 100);
        effects.apply(path, series);
        return path;
    }

    private static OccasionEffects effects(Histories histories) {
        Occasions occasions = histories.occasions();
        if (occasions == null) {
            throw new AssertionError("no occasions");
        }
        return new OccasionEffects(histories, occasions);
    }

    /** Two series with weeks, one step in 45 an occasion of one of two kinds. */
    private static Histories histories(double one, double two) {
        double[][] values = new double[2][LENGTH];
        int[] kinds = new int[LENGTH + 30];
        for (int step = 0; step < kinds.length; step++) {
            kinds[step] = step > 0 && step % EVERY == 0 ? step / EVERY % 2 : -1;
        }
        for (int step = 0; step < LENGTH; step++) {
            double usual = 80 + 10 * (step % 7);
            values[0][step] = usual * (kinds[step] < 0 ? 1 : one);
            values[1][step] = usual * (kinds[step] < 0 ? 1 : two);
        }
        return new Histories(
                values,
                List.of(7),
                new Workers(1),
                new Occasions(
                        kinds,
                        0,
                        1,
                        7,
                        IntStream.range(0, 2).asLongStream().map(each -> 0).toArray()));
    }
}
