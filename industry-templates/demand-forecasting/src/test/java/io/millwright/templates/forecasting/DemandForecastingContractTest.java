package io.millwright.templates.forecasting;

import io.millwright.plugins.api.Template;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateContractSuite;
import io.millwright.plugins.testkit.TemplateRun;
import java.util.Map;

class DemandForecastingContractTest implements TemplateContractSuite {

    @Override
    public Template template() {
        return new DemandForecasting();
    }

    /** One of the sample's shops, half a year. */
    @Override
    public MemoryTable data(TemplateRun run) throws Exception {
        return run.sample().slice(0, 5_400).where("shop", shop -> "SIM-Harbour".equals(shop));
    }

    @Override
    public Map<String, String> options() {
        return Map.of("preset", "quick");
    }
}
