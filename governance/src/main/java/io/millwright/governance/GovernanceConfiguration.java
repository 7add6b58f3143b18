package io.millwright.governance;

import io.millwright.governance.audit.AuditConfiguration;
import io.millwright.governance.datasets.DatasetsConfiguration;
import io.millwright.governance.models.ModelsConfiguration;
import io.millwright.tenancy.SchemaModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything of governance; imported by the applications beside the configuration of tenancy. */
@Configuration(proxyBeanMethods = false)
@Import({AuditConfiguration.class, DatasetsConfiguration.class, ModelsConfiguration.class})
public class GovernanceConfiguration {

    @Bean
    SchemaModule governanceSchema() {
        return new SchemaModule("governance", 20);
    }
}
