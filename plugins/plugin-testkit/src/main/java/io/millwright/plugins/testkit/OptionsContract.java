package io.millwright.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.OptionSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Options that cannot be worked with are refused by name. */
public interface OptionsContract extends TemplateContract {

    @TestFactory
    default List<DynamicTest> optionsThatAreNoNumbersAreRefused(Fixture fixture) {
        return template().descriptor().options().stream()
                .filter(option -> option.type() == OptionSpec.Type.INTEGER || option.type() == OptionSpec.Type.DECIMAL)
                .map(option -> refused(fixture, option.name(), "many"))
                .toList();
    }

    @TestFactory
    default Stream<DynamicTest> rolesOfColumnsThatDoNotExistAreRefused(Fixture fixture) {
        return template().descriptor().roles().stream().map(role -> refused(fixture, role.option(), "no such column"));
    }

    private DynamicTest refused(Fixture fixture, String option, String value) {
        return DynamicTest.dynamicTest(option + " = " + value, () -> {
            var options = new HashMap<>(options());
            options.put(option, value);
            assertThatThrownBy(
                            () -> fixture.run().withOptions(Map.copyOf(options)).train(fixture.data()))
                    .satisfies(Refusals::areClear)
                    .satisfies(refusal -> assertThat(refusal.getMessage()).contains(value));
        });
    }
}
