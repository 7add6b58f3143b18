package io.millwright.templates.learning.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,56 € | 1234.56",
                "$1,234.56  | 1234.56",
                "12,5       | 12.5",
                "1 000,25   | 1000.25",
                "(12.50)    | -12.5",
                "-7         | -7",
                "EUR 12.50  | 12.5",
                "12.50 USD  | 12.5",
                "1.000.000  | 1000000",
                "R$ 12,50   | 12.5",
                "R$1.234,56 | 1234.56",
                "12,50 zł   | 12.5",
                "100 kr     | 100",
                "1.234,50 kr. | 1234.5",
                "kr 100,-   | 100",
                "12,50 Kč   | 12.5",
                "Rs. 500    | 500",
                "Rs.1,500.25 | 1500.25",
                "-Rs 500    | -500",
                "Rp50.000,00 | 50000",
                "US$ 12.50  | 12.5",
                "us$12.50   | 12.5",
                "12.50 eur  | 12.5",
                "(12.50 eur) | -12.5",
                "250Ft      | 250",
                "12,50 руб. | 12.5",
            })
    void readsMoney(String written, double amount) {
        assertThat(NumberReader.of(column(written)).orElseThrow().parse(written))
                .isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14:05", "18 06 2018 14:05", "00:30:00"})
    void timesAreNoNumbers(String written) {
        assertThat(NumberReader.of(column(written))).isEmpty();
    }

    @Test
    void theColumnTellsPointsFromCommas() {
        NumberReader german =
                NumberReader.of(column("1.234", "12,50", "999,99")).orElseThrow();
        assertThat(german.parse("1.234")).isEqualTo(1234);
        NumberReader english =
                NumberReader.of(column("1,234", "12.50", "999.99")).orElseThrow();
        assertThat(english.parse("1,234")).isEqualTo(1234);
    }

    @Test
    void wordsAreNoNumbers() {
        assertThat(NumberReader.of(column("groceries", "fuel"))).isEmpty();
        assertThat(NumberReader.of(column("T0001", "T0002"))).isEmpty();
        assertThat(NumberReader.of(column("RS0001", "RS0002"))).isEmpty();
        assertThat(NumberReader.of(column("RM-101", "RM-102"))).isEmpty();
        assertThat(NumberReader.of(column("FT 001", "FT 002"))).isEmpty();
        assertThat(NumberReader.of(column("kr", "rs"))).isEmpty();
        assertThat(NumberReader.of(column("12 yearly", "a 5 eur"))).isEmpty();
    }

    private static ColumnProfile column(String... examples) {
        return new ColumnProfile(
                new Column("amount", ColumnType.TEXT),
                examples.length,
                0,
                examples.length,
                Double.NaN,
                Double.NaN,
                false,
                false,
                List.of(examples));
    }
}
