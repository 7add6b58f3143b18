package io.millwright.templates.maintenance;

import io.millwright.plugins.api.Template;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateContractSuite;
import io.millwright.plugins.testkit.TemplateRun;
import java.util.Map;
import java.util.Optional;

/** The contract where rows without histories fail. */
class FailureContractTest implements TemplateContractSuite {

    @Override
    public Template template() {
        return new PredictiveMaintenance();
    }

    @Override
    public MemoryTable data(TemplateRun run) {
        return Simulated.milling("type,temperature,speed,torque,wear,failure", 600, 1, false);
    }

    @Override
    public Map<String, String> options() {
        return Map.of("rounds", "5");
    }

    @Override
    public Optional<String> label(MemoryTable data) {
        return Optional.of("failure");
    }
}
