package io.millwright.templates.learning.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            })
    void readsMoney(String written, double amount) {
        assertThat(NumberReader.of(column(written)).orElseThrow().parse(written))
                .isEqualTo(amount);
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
