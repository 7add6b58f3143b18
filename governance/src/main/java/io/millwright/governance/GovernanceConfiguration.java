package io.millwright.governance;

import io.millwright.tenancy.SchemaModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything of governance; imported by the applications beside the configuration of tenancy. */
@Configuration(proxyBeanMethods = false)
public class GovernanceConfiguration {

    @Bean
    SchemaModule governanceSchema() {
        return new SchemaModule("governance", 20);
    }
}
