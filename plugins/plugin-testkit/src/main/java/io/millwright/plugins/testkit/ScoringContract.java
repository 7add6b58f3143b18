package io.millwright.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.TemplateDescriptor;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scoring gives one row for each row, again and again the same, with or without what it is to predict. */
public interface ScoringContract extends TemplateContract {

    @Test
    default void scoringGivesOneRowForEachRow(Fixture fixture) throws Exception {
        var first = fixture.run().score(fixture.model(), fixture.data());
        var second = fixture.run().score(fixture.model(), fixture.data());

        assertOneForEach(first, fixture.data());
        assertThat(second.result()).isEqualTo(first.result());
    }

    /** A person who chose the label for training scores new rows with the same choice in force. */
    @Test
    default void scoringNewRowsNeedsNoLabelThatWasChosen(Fixture fixture) throws Exception {
        var label = label(fixture.data());
        if (label.isEmpty() || !scoresWithoutLabel()) {
            return;
        }
        var options = new HashMap<>(options());
        options.put("column.label", label.get());
        var run = fixture.run().withOptions(Map.copyOf(options));
        var unlabelled = fixture.data().without(label.get());
        var scored = run.score(run.train(fixture.data()), unlabelled);
        assertOneForEach(scored, unlabelled);
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
            assertOneForEach(scored, unlabelled);
        } else {
            assertThatThrownBy(() -> fixture.run().score(fixture.model(), unlabelled))
                    .satisfies(Refusals::areClear);
        }
    }

    private void assertOneForEach(Scored scored, MemoryTable data) {
        if (template().descriptor().answers() == TemplateDescriptor.Answers.ROWS) {
            assertThat(scored.result().rowCount()).isEqualTo(data.rowCount());
        } else {
            assertThat(scored.result().rowCount()).isPositive();
        }
    }
}
