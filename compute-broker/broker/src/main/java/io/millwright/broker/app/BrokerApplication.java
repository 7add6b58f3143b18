package io.millwright.broker.app;

import io.millwright.governance.GovernanceConfiguration;
import io.millwright.tenancy.TenancyConfiguration;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The broker's process. Started by the launcher with {@code --spring.config.additional-location=file:…/broker.properties};
 * any number may run on one database, and any may die at any time.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({TenancyConfiguration.class, GovernanceConfiguration.class, BrokerConfiguration.class})
public class BrokerApplication {

    /** Here and not in a file, because this jar lies on the portal's class path too. */
    static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("spring.application.name", "millwright-broker"),
            Map.entry("spring.main.banner-mode", "off"),
            Map.entry("spring.threads.virtual.enabled", "true"),
            Map.entry("spring.flyway.enabled", "false"),
            Map.entry("spring.data.jpa.repositories.enabled", "false"),
            Map.entry("spring.jpa.open-in-view", "false"),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "5s"),
            Map.entry("server.shutdown", "graceful"),
            Map.entry(
                    "logging.pattern.console", "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %5p %-36.36logger{36} %m %kvp%n%wEx"),
            Map.entry("management.endpoints.web.exposure.include", "health"),
            Map.entry("management.endpoint.health.show-details", "always"),
            Map.entry("millwright.database.role", "broker"));

    public static void main(String[] arguments) {
        var application = new SpringApplication(BrokerApplication.class);
        application.setDefaultProperties(DEFAULTS);
        application.run(arguments);
    }
}
