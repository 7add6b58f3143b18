package io.millwright.broker.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnderstandingTextTest {

    private static final String RIGHT = """
            {"task":"t","facts":{"Rows":"2"},"notes":[{"level":"INFO","text":"n"}],"options":{"a":"b"},
            "estimates":[{"preset":"quick","seconds":1,"memoryBytes":5}]}""";

    @Test
    void what_is_right_is_kept_as_it_is() {
        assertThat(UnderstandingText.check(RIGHT)).isEqualTo(RIGHT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "task":"t"        | "task":1          | has no task
            {"Rows":"2"}      | {"Rows":2}        | has no facts by title
            "level":"INFO"    | "level":"LOUD"    | has no notes
            {"a":"b"}         | ["a"]             | has no options by name
            "seconds":1       | "seconds":"1"     | has no estimates
            "memoryBytes":5}] | "memoryBytes":5}  | is not JSON
            """)
    void what_readers_could_not_use_is_refused(String part, String wrong, String words) {
        assertThatThrownBy(() -> UnderstandingText.check(RIGHT.replace(part, wrong)))
                .isInstanceOf(BadOutput.class)
                .hasMessageContaining(words);
    }
}
