package io.millwright.broker;

import io.millwright.tenancy.SchemaModule;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What portal and plugin host import: {@link Jobs}, {@link JobFeed}, {@link ClusterView}; no scheduler, no gateway. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Tariff.class)
public class BrokerClientConfiguration {

    @Bean
    SchemaModule brokerSchema() {
        return new SchemaModule("broker", 30);
    }
}
