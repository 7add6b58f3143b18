package io.millwright.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.ColumnRole;
import io.millwright.plugins.api.TemplateException;
import org.junit.jupiter.api.Test;

/** The sample is the same for the same seed, another for another, and fits the template's roles; or it is refused. */
public interface SampleContract extends TemplateContract {

    @Test
    default void sampleIsGeneratedOrRefused(Fixture fixture) throws Exception {
        if (!hasSample()) {
            assertThatThrownBy(() -> fixture.run().sample())
                    .isInstanceOfSatisfying(TemplateException.class, refusal -> assertThat(refusal.code())
                            .isEqualTo("no-sample"));
            return;
        }
        var sample = fixture.run().sample();
        assertThat(sample.rowCount()).isPositive();
        assertThat(fixture.run().sample()).describedAs("the same seed").isEqualTo(sample);
        assertThat(fixture.run().withSeed(2).sample())
                .describedAs("another seed")
                .isNotEqualTo(sample);
        var types = sample.columns().stream().map(column -> column.type()).toList();
        assertThat(template().descriptor().roles())
                .filteredOn(ColumnRole::required)
                .allSatisfy(role -> assertThat(types).containsAnyElementsOf(role.types()));
    }
}
