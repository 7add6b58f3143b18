package io.millwright.templates.fraud;

import io.millwright.plugins.api.Template;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateContractSuite;
import io.millwright.plugins.testkit.TemplateRun;
import io.millwright.templates.fraud.simulation.Simulation;
import java.util.Map;

class FraudDetectionContractTest implements TemplateContractSuite {

    @Override
    public Template template() {
        return new FraudDetection();
    }

    @Override
    public MemoryTable data(TemplateRun run) throws Exception {
        return Samples.of(new Simulation(40, 100, 80, 7));
    }

    @Override
    public Map<String, String> options() {
        return Map.of("rounds", "20");
    }
}
