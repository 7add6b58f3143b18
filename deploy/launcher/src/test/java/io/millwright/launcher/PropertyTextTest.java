package io.millwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertyTextTest {

    @Test
    void keepsTheOrderAndHasNoDate() {
        var values = new LinkedHashMap<String, String>();
        values.put("b", "1");
        values.put("a", "2");

        assertThat(PropertyText.of(values)).isEqualTo("b=1\na=2\n");
    }

    @Test
    void anyValueSurvives() {
        var values = Map.of("key", " leading, back\\slash, colon: equals= # ! ümlaut 漢字 \n second line ");

        assertThat(PropertyText.parse(PropertyText.of(values))).isEqualTo(values);
    }

    @Test
    void aMissingFileHoldsNothing(@TempDir Path folder) {
        assertThat(PropertyText.read(folder.resolve("none"))).isEmpty();
    }
}
