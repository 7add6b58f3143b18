package io.millwright.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Data that nobody can learn from is refused in words; data that is merely odd is refused in words or worked with. */
public interface HostileDataContract extends TemplateContract {

    @Test
    default void tableWithoutRowsIsRefused(Fixture fixture) throws Exception {
        var empty = fixture.data().slice(0, 0);
        assertThatThrownBy(() -> fixture.run().train(empty)).satisfies(Refusals::areClear);
    }

    @Test
    default void tableOfSomethingElseIsRefused(Fixture fixture) {
        var poem = new TableBuilder(List.of(new Column("verse", ColumnType.TEXT)));
        for (var line = 0; line < 100; line++) {
            poem.text("a line of a poem, number " + line).endRow();
        }
        assertThatThrownBy(() -> fixture.run().train(poem.build())).satisfies(Refusals::areClear);
    }

    @Test
    default void labelWithoutAnyValueIsRefused(Fixture fixture) throws Exception {
        var label = label(fixture.data());
        if (label.isPresent()) {
            var unlabelled = fixture.data().allMissing(label.get());
            assertThatThrownBy(() -> fixture.run().train(unlabelled)).satisfies(Refusals::areClear);
        }
    }

    @TestFactory
    default Stream<DynamicTest> oddTablesAreRefusedOrLearnt(Fixture fixture) throws Exception {
        var data = fixture.data();
        var oneRow = DynamicTest.dynamicTest(
                "one row", () -> Refusals.orSuccess(() -> fixture.run().train(data.slice(0, 1))));
        var missing = data.columns().stream()
                .map(column -> DynamicTest.dynamicTest(
                        column.name() + " all missing",
                        () -> Refusals.orSuccess(() -> fixture.run().train(data.allMissing(column.name())))));
        var text = data.columns().stream()
                .map(column -> DynamicTest.dynamicTest(
                        column.name() + " all the same text",
                        () -> Refusals.orSuccess(
                                () -> fixture.run().train(data.replacedByText(column.name(), "=1+1\0\uD83D\uDE80")))));
        return Stream.concat(Stream.of(oneRow), Stream.concat(missing, text));
    }

    @TestFactory
    default Stream<DynamicTest> oddTablesAreRefusedOrScored(Fixture fixture) throws Exception {
        var model = fixture.model();
        var data = fixture.data();
        var noRows = DynamicTest.dynamicTest(
                "no rows", () -> Refusals.orSuccess(() -> fixture.run().score(model, data.slice(0, 0))));
        var without = data.columns().stream()
                .filter(column -> data.columns().size() > 1)
                .map(column -> DynamicTest.dynamicTest(
                        "without " + column.name(),
                        () -> Refusals.orSuccess(() -> fixture.run().score(model, data.without(column.name())))));
        var text = data.columns().stream()
                .map(column -> DynamicTest.dynamicTest(
                        column.name() + " all the same text",
                        () -> Refusals.orSuccess(
                                () -> fixture.run().score(model, data.replacedByText(column.name(), "never seen")))));
        return Stream.concat(Stream.of(noRows), Stream.concat(without, text));
    }
}
