package io.millwright.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Same inputs, options and seed, same model: byte for byte, and so in every figure of the report. */
public interface ReproducibilityContract extends TemplateContract {

    @Test
    default void trainingAgainGivesTheSame(Fixture fixture) throws Exception {
        var again = fixture.run().train(fixture.data());

        assertThat(again.report()).isEqualTo(fixture.model().report());
        assertThat(again.digests()).isEqualTo(fixture.model().digests());
    }
}
