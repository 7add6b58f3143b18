package io.millwright.governance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    /** RFC 8785, section 3.2.2 to 3.2.4. */
    @Test
    void spells_the_example_of_the_standard() {
        var canonical = CanonicalJson.of("""
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""");
        var expected = """
                7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72 75 65 2c 66 61 6c 73 65 5d 2c 22 6e 75 6d 62
                65 72 73 22 3a 5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31 65 2b 33 30 2c 34 2e 35 2c 30
                2e 30 30 32 2c 31 65 2d 32 37 5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30 30 66 5c 6e 41
                27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d""";
        assertThat(HexFormat.of().formatHex(canonical.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(expected.replaceAll("\\s", ""));
    }

    /** RFC 8785, section 3.2.3: names sort by UTF-16 code units. */
    @Test
    void sorts_names_as_the_standard_does() {
        var canonical = CanonicalJson.of("""
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                 "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                 "\\u00f6": "Latin Small Letter O With Diaeresis"}""");
        assertThat(canonical.replaceAll("\"[^\"]*\":\"([A-Z][a-z]*)[^\"]*\"", "$1"))
                .isEqualTo("{Carriage,One,Control,Latin,Euro,Emoji,Hebrew}");
    }

    /** RFC 8785, appendix B. */
    @Test
    void spells_numbers_as_the_standard_does() {
        var vectors = Map.ofEntries(
                Map.entry(0x0000000000000000L, "0"),
                Map.entry(0x8000000000000000L, "0"),
                Map.entry(0x0000000000000001L, "5e-324"),
                Map.entry(0x8000000000000001L, "-5e-324"),
                Map.entry(0x7fefffffffffffffL, "1.7976931348623157e+308"),
                Map.entry(0xffefffffffffffffL, "-1.7976931348623157e+308"),
                Map.entry(0x4340000000000000L, "9007199254740992"),
                Map.entry(0xc340000000000000L, "-9007199254740992"),
                Map.entry(0x4430000000000000L, "295147905179352830000"),
                Map.entry(0x44b52d02c7e14af5L, "9.999999999999997e+22"),
                Map.entry(0x44b52d02c7e14af6L, "1e+23"),
                Map.entry(0x44b52d02c7e14af7L, "1.0000000000000001e+23"),
                Map.entry(0x444b1ae4d6e2ef4eL, "999999999999999700000"),
                Map.entry(0x444b1ae4d6e2ef4fL, "999999999999999900000"),
                Map.entry(0x444b1ae4d6e2ef50L, "1e+21"),
                Map.entry(0x3eb0c6f7a0b5ed8cL, "9.999999999999997e-7"),
                Map.entry(0x3eb0c6f7a0b5ed8dL, "0.000001"),
                Map.entry(0x41b3de4355555553L, "333333333.3333332"),
                Map.entry(0x41b3de4355555554L, "333333333.33333325"),
                Map.entry(0x41b3de4355555555L, "333333333.3333333"),
                Map.entry(0x41b3de4355555556L, "333333333.3333334"),
                Map.entry(0x41b3de4355555557L, "333333333.33333343"),
                Map.entry(0xbecbf647612f3696L, "-0.0000033333333333333333"),
                Map.entry(0x43143ff3c1cb0959L, "1424953923781206.2"));
        vectors.forEach((bits, spelled) -> assertThat(CanonicalJson.of(Map.of("n", Double.longBitsToDouble(bits))))
                .isEqualTo("{\"n\":" + spelled + "}"));
    }

    @Test
    void writes_what_a_double_cannot_hold_as_text() {
        assertThat(CanonicalJson.of(Map.of("n", Long.MAX_VALUE))).isEqualTo("{\"n\":\"9223372036854775807\"}");
        assertThat(CanonicalJson.of(Map.of("n", Double.NaN))).isEqualTo("{\"n\":\"NaN\"}");
        assertThat(CanonicalJson.of(Map.of("n", List.of(1, true, "x"), "m", Map.of("b", 2, "a", 1))))
                .isEqualTo("{\"m\":{\"a\":1,\"b\":2},\"n\":[1,true,\"x\"]}");
    }

    @Test
    void replaces_what_utf8_and_the_database_cannot_hold() {
        assertThat(CanonicalJson.of(Map.of("t", "a\0b\ud800c😀"))).isEqualTo("{\"t\":\"a\ufffdb\ufffdc😀\"}");
    }

    /** RFC 9162, section 2.1.1, with the empty entry and one of three bytes. */
    @Test
    void hashes_leaves_as_the_standard_does() {
        assertThat(HexFormat.of().formatHex(Leaf.hash("")))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }
}
