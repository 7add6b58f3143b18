package io.millwright.broker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertiesTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", " a", "a ", "a=b:c", "#x", "!y", "\\", "a\tb\nc\rd\fe", "ä€😀", "a b", "\\u0041", "#"})
    void bringsEveryTextBack(String text) {
        var facts = Map.of("name", text, "key " + text, "value");

        assertThat(PropertiesText.parse(PropertiesText.format(facts))).isEqualTo(facts);
    }

    @Test
    void readsWhatPropertiesWrites() {
        byte[] written = "#Sun Nov 22\na\\ b=c\\\n  d\ne:f\n".getBytes(StandardCharsets.UTF_8);

        assertThat(PropertiesText.parse(written)).isEqualTo(Map.of("a b", "cd", "e", "f"));
    }
}
