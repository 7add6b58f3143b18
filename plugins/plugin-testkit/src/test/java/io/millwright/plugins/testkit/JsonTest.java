package io.millwright.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonTest {

    private enum Colour {
        RED,
        BLUE
    }

    private record Point(String name, double x, long y, boolean on, List<Integer> list, Set<Colour> set) {}

    @Test
    void recordsAreWrittenInTheirOrder() {
        var point = new Point("a \"b\"\\\n\t\u0001é", 0.5, 7, true, List.of(2, 1), Set.of(Colour.RED, Colour.BLUE));
        assertThat(Json.write(point)).isEqualTo("""
                {"name":"a \\"b\\"\\\\\\n\\u0009\\u0001é","x":0.5,"y":7,"on":true,"list":[2,1],"set":["BLUE","RED"]}""");
    }

    @Test
    void valuesAreWritten() {
        assertThat(Json.write(Arrays.asList(null, 2.0, 1e300))).isEqualTo("[null,2,1.0E300]");
        assertThat(Json.write(Map.of("k", "v"))).isEqualTo("{\"k\":\"v\"}");
        assertThatThrownBy(() -> Json.write(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.write(new Object())).isInstanceOf(IllegalArgumentException.class);
    }
}
