package io.millwright.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.Understanding;
import java.util.HashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A template says what it understood of data, in options that a form can show and a training accepts. */
public interface InspectionContract extends TemplateContract {

    @Test
    default void inspectionTellsWhatWasUnderstood(Fixture fixture) throws Exception {
        var understood = fixture.run().inspect(fixture.data());
        if (!inspects()) {
            assertThat(understood.task()).isEmpty();
            return;
        }
        assertThat(understood.task()).isNotBlank();
        assertThat(understood.facts()).isNotEmpty().doesNotContainValue("");
        assertThat(understood.options().keySet()).allMatch(name -> known(name), "options and roles of the descriptor");
        assertThat(understood.options().entrySet())
                .filteredOn(entry -> entry.getKey().startsWith("column."))
                .allSatisfy(entry -> assertThat(fixture.data().has(entry.getValue())
                                || entry.getValue().equals("none"))
                        .describedAs("%s", entry)
                        .isTrue());
    }

    @Test
    default void inspectionSaysWhatEachPresetTakes(Fixture fixture) throws Exception {
        var offered = template().descriptor().options().stream()
                .anyMatch(option -> option.name().equals(OptionSpec.PRESET));
        if (!inspects() || !offered) {
            return;
        }
        var estimates = fixture.run().inspect(fixture.data()).estimates();
        assertThat(estimates).extracting(Understanding.Estimate::preset).isEqualTo(OptionSpec.PRESETS);
        assertThat(estimates).allSatisfy(estimate -> {
            assertThat(estimate.seconds()).isPositive().isFinite();
            assertThat(estimate.memoryBytes()).isPositive();
        });
        assertThat(estimates).extracting(Understanding.Estimate::seconds).isSorted();
    }

    @Test
    default void trainingAcceptsWhatWasUnderstood(Fixture fixture) throws Exception {
        if (!inspects()) {
            return;
        }
        var options = new HashMap<>(fixture.run().inspect(fixture.data()).options());
        options.putAll(options());
        assertThat(fixture.run().withOptions(options).train(fixture.data()).digests())
                .isEqualTo(fixture.model().digests());
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    default void inspectionOfNothingIsRefusedOrSaidToBeNothing(Fixture fixture) throws Exception {
        var empty = fixture.data().slice(0, 0);
        if (inspects()) {
            assertThatThrownBy(() -> fixture.run().inspect(empty)).satisfies(Refusals::areClear);
        }
    }

    private boolean known(String name) {
        var descriptor = template().descriptor();
        return descriptor.options().stream().anyMatch(option -> option.name().equals(name))
                || descriptor.roles().stream().anyMatch(role -> role.option().equals(name));
    }
}
