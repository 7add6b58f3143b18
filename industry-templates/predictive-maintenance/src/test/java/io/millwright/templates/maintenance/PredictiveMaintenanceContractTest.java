package io.millwright.templates.maintenance;

import io.millwright.plugins.api.Template;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateContractSuite;
import io.millwright.plugins.testkit.TemplateRun;
import java.util.Map;

class PredictiveMaintenanceContractTest implements TemplateContractSuite {

    @Override
    public Template template() {
        return new PredictiveMaintenance();
    }

    /** Eight of the sample's pumps. */
    @Override
    public MemoryTable data(TemplateRun run) throws Exception {
        return run.sample().where("pump", pump -> pump != null && pump.compareTo("SIM-P009") < 0);
    }

    @Override
    public Map<String, String> options() {
        return Map.of("rounds", "5");
    }
}
