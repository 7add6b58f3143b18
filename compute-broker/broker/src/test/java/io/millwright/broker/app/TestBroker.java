package io.millwright.broker.app;

import io.millwright.broker.test.TestGovernance;
import io.millwright.tenancy.TenancyConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The broker as a process, with a stand-in for governance. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({TenancyConfiguration.class, TestGovernance.class, BrokerConfiguration.class})
class TestBroker {

    public static void main(String[] arguments) {
        var application = new SpringApplication(TestBroker.class);
        application.setDefaultProperties(BrokerApplication.DEFAULTS);
        application.run(arguments);
    }
}
