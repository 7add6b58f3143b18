package io.millwright.templates.fraud;

import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.RecordingProgress;
import io.millwright.plugins.testkit.TableBuilder;
import io.millwright.templates.fraud.simulation.Simulation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Simulated tables for tests. */
final class Samples {

    private Samples() {}

    /** Some 5,000 payments over 40 days. */
    static MemoryTable small() throws InterruptedException {
        return of(new Simulation(40, 70, 60, 7));
    }

    /** The same rows from last to first. */
    static MemoryTable reversed(MemoryTable table) {
        TableBuilder reversed = new TableBuilder(table.columns());
        List<List<@Nullable String>> texts = table.columns().stream()
                .map(column -> table.texts(column.name()))
                .toList();
        List<double[]> numbers = table.columns().stream()
                .map(column -> table.numbers(column.name()))
                .toList();
        for (int row = (int) table.rowCount() - 1; row >= 0; row--) {
            for (int at = 0; at < numbers.size(); at++) {
                switch (table.columns().get(at).type()) {
                    case TEXT -> reversed.text(String.valueOf(texts.get(at).get(row)));
                    case DECIMAL -> reversed.number(numbers.get(at)[row]);
                    default -> reversed.integer((long) numbers.get(at)[row]);
                }
            }
            reversed.endRow();
        }
        return reversed.build();
    }

    static MemoryTable of(Simulation simulation) throws InterruptedException {
        TableBuilder table = new TableBuilder(Simulation.COLUMNS);
        simulation.write(table, new RecordingProgress());
        return table.build();
    }
}
