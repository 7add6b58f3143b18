package io.millwright.plugins.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.host.test.Templates;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rounds | 1     |
            rounds | 1000  |
            rounds | ``    |
            rounds | 1001  | Rounds lies between 1 and 1000.
            rounds | -1    | Rounds lies between 1 and 1000.
            rounds | 1.5   | Rounds is a whole number.
            rounds | many  | Rounds is a whole number.
            rounds | 99999999999999999999 | Rounds is a whole number.
            rate   | 0.5   |
            rate   | 1e-2  |
            rate   | NaN   | Rate lies between 0.001 and 1.
            rate   | Infinity | Rate lies between 0.001 and 1.
            rate   | 2     | Rate lies between 0.001 and 1.
            rate   | half  | Rate is a number.
            mode   | bold  |
            mode   | Bold  | Mode is one of: normal, bold.
            """)
    void valuesAreChecked(String option, String value, String problem) {
        var problems = OptionRules.problems(Templates.churn("1.0.0"), Map.of(option, value));
        assertThat(problems.get(option)).isEqualTo(problem);
    }

    @Test
    void truthAndTextAreChecked() {
        var flag = new OptionSpec("on", "On", "Whether.", OptionSpec.Type.BOOLEAN, "true", List.of(), 0, 0, false);
        assertThat(OptionRules.problem(flag, "false")).isEmpty();
        assertThat(OptionRules.problem(flag, "yes")).contains("On is either true or false.");
        var text = new OptionSpec("note", "Note", "What.", OptionSpec.Type.TEXT, "", List.of(), 0, 0, false);
        assertThat(OptionRules.problem(text, "a note")).isEmpty();
        assertThat(OptionRules.problem(text, "x".repeat(OptionRules.MAX_TEXT + 1)))
                .contains("Note has at most 500 characters.");
        assertThat(OptionRules.problem(text, null)).isEmpty();
    }
}
