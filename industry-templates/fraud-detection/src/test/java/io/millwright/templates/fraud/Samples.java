package io.millwright.templates.fraud;

import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.RecordingProgress;
import io.millwright.plugins.testkit.TableBuilder;
import io.millwright.templates.fraud.simulation.Simulation;

/** Simulated tables for tests. */
final class Samples {

    private Samples() {}

    /** Some 5,000 payments over 40 days. */
    static MemoryTable small() throws InterruptedException {
        return of(new Simulation(40, 70, 60, 7));
    }

    static MemoryTable of(Simulation simulation) throws InterruptedException {
        TableBuilder table = new TableBuilder(Simulation.COLUMNS);
        simulation.write(table, new RecordingProgress());
        return table.build();
    }
}
