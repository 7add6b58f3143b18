package io.millwright.portal.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | '' | 0",
                "1204 | '' | 1,204",
                "0.697 | '' | 0.697",
                "0.006 | '' | 0.006",
                "0.00042 | '' | 0.00042",
                "-0.0004 | '' | -0.0004",
                "0.00000031 | '' | 3.1e-07",
                "12.345 | '' | 12.3",
                "0.011 | % | 1.10 %",
                "3.5 | cycles | 3.50 cycles"
            })
    void figuresSayAsMuchAsTheyKnow(double value, String unit, String said) {
        assertThat(Formats.figure(value, unit)).isEqualTo(said);
    }

    @Test
    void wholeNumbersAmongOptionsAreToldAsPeopleWriteThem() {
        assertThat(Formats.option("0.0")).isEqualTo("0");
        assertThat(Formats.option("0.05")).isEqualTo("0.05");
        assertThat(Formats.option("shop 1.0")).isEqualTo("shop 1.0");
    }
}
