package io.millwright.broker.app;

import static io.millwright.broker.test.World.RED;
import static io.millwright.broker.test.World.engineer;
import static org.awaitility.Awaitility.await;

import io.millwright.broker.Job;
import io.millwright.broker.JobState;
import io.millwright.broker.Jobs;
import io.millwright.broker.cluster.AgentPlacement;
import io.millwright.broker.gateway.GatewayConfiguration;
import io.millwright.broker.internal.JobTables;
import io.millwright.broker.scheduler.ClusterConnection;
import io.millwright.broker.scheduler.LostCluster;
import io.millwright.broker.scheduler.SchedulerConfiguration;
import io.millwright.broker.test.FakeCluster;
import io.millwright.broker.test.TestAgent;
import io.millwright.broker.test.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Scheduler, gateway and database together; the cluster is in memory and the test plays the agents over HTTP. */
abstract class BrokerWorld {

    static final List<String> LOST = new CopyOnWriteArrayList<>();

    static World world;
    static Jobs jobs;
    static FakeCluster cluster;
    static int port;
    ConfigurableApplicationContext broker;

    @Configuration(proxyBeanMethods = false)
    static class TestCluster {
        @Bean(destroyMethod = "close")
        ClusterConnection clusterConnection() {
            return new ClusterConnection("test", () -> cluster);
        }

        @Bean
        LostCluster lostCluster() {
            return LOST::add;
        }
    }

    @BeforeAll
    static void begin() throws IOException {
        world = new World();
        jobs = world.jobs();
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @BeforeEach
    void startBroker() {
        cluster = new FakeCluster(2);
        broker = newBroker();
    }

    @AfterEach
    void stopBroker() {
        broker.close();
        var transactions = world.portal(io.millwright.tenancy.TenantTransactions.class);
        transactions.run(
                RED, () -> world.portal(JdbcClient.class).sql("DELETE FROM job").update());
    }

    static ConfigurableApplicationContext newBroker() {
        return world.broker(
                WebApplicationType.SERVLET,
                Map.ofEntries(
                        Map.entry("server.address", "127.0.0.1"),
                        Map.entry("server.port", port),
                        Map.entry("spring.threads.virtual.enabled", true),
                        Map.entry("millwright.engines.folder", "/nonexistent"),
                        Map.entry("millwright.broker.gateway-url", "http://127.0.0.1:" + port),
                        Map.entry("millwright.broker.timing.silent-and-gone", "600ms"),
                        Map.entry("millwright.broker.timing.silent", "90s"),
                        Map.entry("millwright.broker.timing.start", "90s"),
                        Map.entry("millwright.broker.timing.retry", "100ms"),
                        Map.entry("millwright.broker.timing.overtime", "200ms"),
                        Map.entry("millwright.broker.timing.busy", "200ms")),
                JobTables.class,
                SchedulerConfiguration.class,
                GatewayConfiguration.class,
                TestCluster.class);
    }

    static JobState state(UUID id) {
        return jobs.get(engineer(RED), id).state();
    }

    static String waits(UUID id) {
        Job.Waiting waiting = jobs.get(engineer(RED), id).waiting();
        return waiting == null ? "" : waiting.reason();
    }

    static TestAgent agentOf(UUID id) {
        await().pollInterval(Duration.ofMillis(2)).until(() -> cluster.living().stream()
                .anyMatch(agent -> agent.attempt().value().startsWith(id.toString())));
        return new TestAgent(cluster.living().stream()
                .filter(agent -> agent.attempt().value().startsWith(id.toString()))
                .findFirst()
                .orElseThrow());
    }

    static io.millwright.broker.cluster.AttemptName name(UUID id, int number) {
        return new io.millwright.broker.cluster.AttemptName(id + "-" + number);
    }

    static @org.jspecify.annotations.Nullable AgentPlacement placement(UUID id, int number) {
        return cluster.living().stream()
                .filter(agent -> agent.attempt().equals(name(id, number)))
                .findFirst()
                .orElse(null);
    }
}
