package io.millwright.templates.imaging;

import io.millwright.plugins.api.Template;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateContractSuite;
import io.millwright.plugins.testkit.TemplateRun;
import java.util.Map;

class ImagingContractTest implements TemplateContractSuite {

    @Override
    public Template template() {
        return new Imaging();
    }

    @Override
    public MemoryTable data(TemplateRun run) throws Exception {
        return ImageFiles.castings(14, 16);
    }

    @Override
    public Map<String, String> options() {
        return Map.of("epochs", "3", "networks", "2", "inputSize", "12");
    }
}
