package io.millwright.broker.app;

import io.millwright.broker.gateway.GatewayConfiguration;
import io.millwright.broker.internal.JobTables;
import io.millwright.broker.scheduler.ClusterConnection;
import io.millwright.broker.scheduler.ClusterWatch;
import io.millwright.broker.scheduler.SchedulerConfiguration;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The broker's own part of its process. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrokerProperties.class)
@Import({JobTables.class, SchedulerConfiguration.class, GatewayConfiguration.class})
class BrokerConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    ClusterConnection clusterConnection(BrokerProperties properties, @Value("${millwright.home}") Path home) {
        var loader = new BackendLoader(properties, home.toAbsolutePath());
        return new ClusterConnection(properties.backend(), loader::connect);
    }

    @Bean
    ClusterHealth clusterHealth(ClusterWatch watch, BrokerProperties properties) {
        return new ClusterHealth(watch, properties.backend());
    }

    /** The gateway listens where agents are told to find it, and nowhere else. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> gatewayAddress(BrokerProperties properties) {
        return server -> {
            try {
                server.setAddress(InetAddress.getByName(properties.gatewayUrl().getHost()));
            } catch (UnknownHostException unknown) {
                throw new IllegalArgumentException(
                        "millwright.broker.gateway-url names a host that is not known: " + properties.gatewayUrl(),
                        unknown);
            }
            server.setPort(properties.gatewayUrl().getPort());
        };
    }
}
