package io.millwright.broker.app;

import io.millwright.broker.gateway.GatewayConfiguration;
import io.millwright.broker.internal.JobTables;
import io.millwright.broker.scheduler.ClusterConnection;
import io.millwright.broker.scheduler.ClusterWatch;
import io.millwright.broker.scheduler.LostCluster;
import io.millwright.broker.scheduler.SchedulerConfiguration;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(BrokerConfiguration.class);

    /** EX_TEMPFAIL of sysexits.h. */
    private static final int TRY_AGAIN = 75;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    ClusterConnection clusterConnection(BrokerProperties properties, @Value("${millwright.home}") Path home) {
        var loader = new BackendLoader(properties, home.toAbsolutePath());
        return new ClusterConnection(properties.backend(), loader::connect);
    }

    /**
     * Ends the process at once, so that whoever supervises it starts a fresh one: all that a broker knows is in the database,
     * and the agents wait.
     */
    @Bean
    LostCluster lostCluster() {
        return why -> {
            LOG.atError().addKeyValue("cause", why).log("The broker ends, to be started anew");
            Runtime.getRuntime().halt(TRY_AGAIN);
        };
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
