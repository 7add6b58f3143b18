package io.millwright.templates.example;

import io.millwright.plugins.api.Template;
import io.millwright.plugins.testkit.TemplateContractSuite;

class AverageTemplateContractTest implements TemplateContractSuite {

    @Override
    public Template template() {
        return new AverageTemplate();
    }
}
