package io.millwright.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Scoring gives one row for each row, again and again the same, with or without what it is to predict. */
public interface ScoringContract extends TemplateContract {

    @Test
    default void scoringGivesOneRowForEachRow(Fixture fixture) throws Exception {
        var first = fixture.run().score(fixture.model(), fixture.data());
        var second = fixture.run().score(fixture.model(), fixture.data());

        assertThat(first.result().rowCount()).isEqualTo(fixture.data().rowCount());
        assertThat(second.result()).isEqualTo(first.result());
    }

    @Test
    default void scoringNewRowsNeedsNoLabel(Fixture fixture) throws Exception {
        var label = label(fixture.data());
        if (label.isEmpty()) {
            return;
        }
        var unlabelled = fixture.data().without(label.get());
        if (scoresWithoutLabel()) {
            var scored = fixture.run().score(fixture.model(), unlabelled);
            assertThat(scored.result().rowCount()).isEqualTo(unlabelled.rowCount());
        } else {
            assertThatThrownBy(() -> fixture.run().score(fixture.model(), unlabelled))
                    .satisfies(Refusals::areClear);
        }
    }
}
