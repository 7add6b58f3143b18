package io.millwright.templates.forecasting.learned;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.templates.forecasting.columns.Covariate;
import io.millwright.templates.forecasting.panel.Clock;
import io.millwright.templates.forecasting.panel.Panel;
import io.millwright.templates.forecasting.panel.Series;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeaturesTest {

    private static final int LENGTH = 90;
    private static final int NOW = 70;
    private static final List<Covariate> COLUMNS = List.of(
            new Covariate("price1", Covariate.Kind.NUMBER, List.of()),
            new Covariate("price2", Covariate.Kind.NUMBER, List.of()),
            new Covariate("promoted", Covariate.Kind.FLAG, List.of()));

    /** What came at the moment and after it must not show in what the trees see, for any step ahead. */
    @Test
    void nothingShowsOfValuesThatWereNotKnown() {
        Panel panel = panel(new SplittableRandom(5), LENGTH);
        Panel other = new Panel(
                panel.clock(),
                panel.series().stream()
                        .map(series -> series.withValues(IntStream.range(0, LENGTH)
                                .mapToDouble(cell -> cell < NOW ? series.values()[cell] : 1e6 + cell)
                                .toArray()))
                        .toList());
        for (int target = NOW; target < LENGTH; target++) {
            assertThat(row(other, target)).describedAs("step %d", target).isEqualTo(row(panel, target));
        }
    }

    @Test
    void newerValuesShow() {
        Panel panel = panel(new SplittableRandom(5), LENGTH);
        double[] changed = panel.series().getFirst().values().clone();
        changed[NOW - 1] *= 3;
        Panel other = new Panel(
                panel.clock(),
                List.of(
                        panel.series().getFirst().withValues(changed),
                        panel.series().getLast()));
        assertThat(row(other, NOW)).isNotEqualTo(row(panel, NOW));
    }

    /** Of columns counted like the values of a key, each series has its own one, and the others as competitors. */
    @Test
    void countedPricesBelongToTheItems() {
        Shape shape = Learner.shape(panel(new SplittableRandom(5), LENGTH), COLUMNS, List.of(7), 20);
        assertThat(shape.inputs().getFirst().name()).isEqualTo("own price");
        assertThat(shape.inputs().getFirst().byCode()).containsExactly(0, 1);
        assertThat(shape.inputs().get(1).against()).isZero();
    }

    private static float[] row(Panel panel, int target) {
        Shape shape = Learner.shape(panel(new SplittableRandom(5), LENGTH), COLUMNS, List.of(7), 20);
        List<Track> tracks =
                panel.series().stream().map(each -> new Track(each, shape)).toList();
        Features features = new Features(shape);
        float[] row = new float[features.width()];
        features.write(tracks.getFirst(), new Surroundings(shape, tracks), target, NOW, row);
        return row;
    }

    private static Panel panel(SplittableRandom random, int length) {
        return new Panel(
                new Clock(Clock.Unit.MICROSECOND, 86_400_000_000L, 0),
                IntStream.of(1, 2)
                        .mapToObj(item -> new Series(
                                List.of(Integer.toString(item)),
                                0,
                                random.doubles(length, 5, 9).toArray(),
                                new float[][] {floats(random, length), floats(random, length), flags(random, length)}))
                        .toList());
    }

    private static float[] floats(SplittableRandom random, int length) {
        float[] values = new float[length];
        for (int cell = 0; cell < length; cell++) {
            values[cell] = (float) random.nextDouble(1, 2);
        }
        return values;
    }

    private static float[] flags(SplittableRandom random, int length) {
        float[] values = new float[length];
        for (int cell = 0; cell < length; cell++) {
            values[cell] = random.nextInt(5) == 0 ? 1 : 0;
        }
        return values;
    }
}
