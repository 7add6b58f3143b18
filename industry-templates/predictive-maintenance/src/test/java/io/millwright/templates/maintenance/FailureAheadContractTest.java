package io.millwright.templates.maintenance;

import io.millwright.plugins.api.Template;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateContractSuite;
import io.millwright.plugins.testkit.TemplateRun;
import java.util.Map;
import java.util.Optional;

/** The contract where machines are repaired and fail again. */
class FailureAheadContractTest implements TemplateContractSuite {

    @Override
    public Template template() {
        return new PredictiveMaintenance();
    }

    @Override
    public MemoryTable data(TemplateRun run) {
        return Simulated.repaired("compressor,hour,model,vibration,pressure,current,failure", 8, 200, 1);
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
