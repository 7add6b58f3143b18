package io.millwright.templates.forecasting.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.templates.forecasting.panel.Clock;
import io.millwright.templates.forecasting.panel.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

class FansTest {

    private final Fans fans = new Fans(Clock.counting(), List.of("brand", "store"));

    @Test
    void numbersAreToldWithTheNameOfTheirColumn() {
        assertThat(title("11", "64")).isEqualTo("brand 11, store 64");
    }

    @Test
    void namesSpeakForThemselves() {
        assertThat(title("Rye bread", "Market square")).isEqualTo("Rye bread, Market square");
        assertThat(title("Rye bread", "64")).isEqualTo("Rye bread, store 64");
    }

    @Test
    void totalsAndSingleSeriesKeepTheirTitle() {
        assertThat(title("Total")).isEqualTo("Total");
        assertThat(new Fans(Clock.counting(), List.of()).title(series())).isEqualTo("Series");
    }

    private String title(String... keys) {
        return fans.title(series(keys));
    }

    private static Series series(String... keys) {
        return new Series(List.of(keys), 0, new double[] {1, 2, 3});
    }
}
