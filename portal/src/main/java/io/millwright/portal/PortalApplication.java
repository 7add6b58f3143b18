package io.millwright.portal;

import io.millwright.broker.BrokerClientConfiguration;
import io.millwright.governance.GovernanceConfiguration;
import io.millwright.plugins.host.PluginHostConfiguration;
import io.millwright.tenancy.SchemaModule;
import io.millwright.tenancy.TenancyConfiguration;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The portal: serves people through Vaadin views and programs through the REST API. Holds no job, runs no template code. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({
    TenancyConfiguration.class,
    GovernanceConfiguration.class,
    BrokerClientConfiguration.class,
    PluginHostConfiguration.class
})
public class PortalApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PortalApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SchemaModule portalSchema() {
        return new SchemaModule("portal", 50);
    }
}
