package io.millwright.templates.maintenance;

import io.millwright.plugins.api.Template;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateContractSuite;
import io.millwright.plugins.testkit.TemplateRun;

/** The contract where nothing says what is odd. */
class OddContractTest implements TemplateContractSuite {

    @Override
    public Template template() {
        return new PredictiveMaintenance();
    }

    @Override
    public MemoryTable data(TemplateRun run) {
        return Simulated.stream("time,mode,current,heat,humidity", 600, 1, Simulated.Trouble.NONE, 0, 0);
    }

    /** There is nothing to judge a search by. */
    @Override
    public boolean hasTrials() {
        return false;
    }
}
