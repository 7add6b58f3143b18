package io.millwright.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.Resources;
import org.junit.jupiter.api.Test;

/** Same inputs, options and seed, same model: byte for byte, and so in every figure of the report, on however many cores. */
public interface ReproducibilityContract extends TemplateContract {

    @Test
    default void trainingAgainOnOneCoreGivesTheSame(Fixture fixture) throws Exception {
        Resources before = fixture.run().resources();
        Resources fewer = new Resources(1, before.gpus(), before.memoryBytes());
        var again = fixture.run().withResources(fewer).train(fixture.data());

        assertThat(again.report()).isEqualTo(fixture.model().report());
        assertThat(again.digests()).isEqualTo(fixture.model().digests());
    }
}
