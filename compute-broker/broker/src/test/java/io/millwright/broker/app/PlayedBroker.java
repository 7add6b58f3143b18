package io.millwright.broker.app;

import static io.millwright.broker.test.World.RED;
import static io.millwright.broker.test.World.engineer;
import static io.millwright.broker.test.World.sample;
import static org.awaitility.Awaitility.await;

import io.millwright.broker.Job;
import io.millwright.broker.JobKind;
import io.millwright.broker.JobRequest;
import io.millwright.broker.JobResources;
import io.millwright.broker.VersionRef;
import io.millwright.broker.cluster.AgentPlacement;
import io.millwright.broker.cluster.AttemptName;
import io.millwright.broker.gateway.GatewayConfiguration;
import io.millwright.broker.internal.JobTables;
import io.millwright.broker.scheduler.ClusterConnection;
import io.millwright.broker.scheduler.LostCluster;
import io.millwright.broker.scheduler.SchedulerConfiguration;
import io.millwright.broker.test.FakeCluster;
import io.millwright.broker.test.TestAgent;
import io.millwright.broker.test.World;
import io.millwright.governance.datasets.Datasets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A whole broker on a cluster in memory; the test plays the agents over HTTP. */
final class PlayedBroker implements AutoCloseable {

    final World world = new World();
    final FakeCluster cluster;

    /** @param properties over those that suit a test */
    PlayedBroker(int cpus, Map<String, Object> properties) throws IOException {
        cluster = new FakeCluster(cpus);
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var all = new HashMap<String, Object>(Map.of(
                "server.address", "127.0.0.1",
                "server.port", port,
                "spring.threads.virtual.enabled", true,
                "millwright.engines.folder", "/nonexistent",
                "millwright.broker.gateway-url", "http://127.0.0.1:" + port,
                "millwright.broker.timing.silent-and-gone", "600ms",
                "millwright.broker.timing.silent", "90s",
                "millwright.broker.timing.retry", "100ms",
                "millwright.broker.timing.busy", "200ms",
                "millwright.broker.timing.idle", "500ms"));
        all.putAll(properties);
        CLUSTERS.set(cluster);
        world.broker(
                WebApplicationType.SERVLET,
                all,
                JobTables.class,
                SchedulerConfiguration.class,
                GatewayConfiguration.class,
                TestCluster.class);
    }

    private static final ThreadLocal<FakeCluster> CLUSTERS = new ThreadLocal<>();

    @Configuration(proxyBeanMethods = false)
    static class TestCluster {
        @Bean(destroyMethod = "close")
        ClusterConnection clusterConnection() {
            var mine = CLUSTERS.get();
            return new ClusterConnection("test", () -> mine);
        }

        @Bean
        LostCluster lostCluster() {
            return why -> {};
        }
    }

    /** A training of two rows. */
    UUID train(int cpus) {
        return train(cpus, 1L << 30);
    }

    UUID train(int cpus, long memoryBytes) {
        return submit(JobKind.TRAIN, null, cpus, memoryBytes);
    }

    /** A scoring of two rows. */
    UUID score(VersionRef model) {
        return submit(JobKind.SCORE, model, 1, 1L << 30);
    }

    private UUID submit(JobKind kind, @Nullable VersionRef model, int cpus, long memoryBytes) {
        var data = world.portal(Datasets.class)
                .upload(
                        engineer(RED),
                        "Data " + UUID.randomUUID(),
                        "data.csv",
                        new ByteArrayInputStream("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .version();
        var like = sample(cpus);
        return world.jobs()
                .submit(
                        engineer(RED),
                        new JobRequest(
                                like.project(),
                                like.projectName(),
                                kind,
                                like.template(),
                                like.engines(),
                                new VersionRef(data.dataset().value(), data.number()),
                                model,
                                like.options(),
                                like.seed(),
                                new JobResources(cpus, 0, memoryBytes, Duration.ofMinutes(10)),
                                like.priority(),
                                null))
                .id();
    }

    Job job(UUID id) {
        return world.jobs().get(engineer(RED), id);
    }

    /** The agent of an attempt, once it is placed. */
    TestAgent agent(UUID job, int number) {
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> placement(job, number).isPresent());
        return new TestAgent(placement(job, number).orElseThrow());
    }

    Optional<AgentPlacement> placement(UUID job, int number) {
        return cluster.living().stream()
                .filter(agent -> agent.attempt().equals(name(job, number)))
                .findFirst();
    }

    static AttemptName name(UUID job, int number) {
        return new AttemptName(job + "-" + number);
    }

    /** The agent vanishes without a word. */
    void lose(UUID job, int number) {
        cluster.lose(name(job, number));
    }

    @Override
    public void close() {
        world.close();
    }
}
