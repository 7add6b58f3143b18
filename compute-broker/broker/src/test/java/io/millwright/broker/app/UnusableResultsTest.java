package io.millwright.broker.app;

import static io.millwright.broker.test.World.RED;
import static io.millwright.broker.test.World.engineer;
import static io.millwright.broker.test.World.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millwright.broker.Job;
import io.millwright.broker.JobKind;
import io.millwright.broker.JobRequest;
import io.millwright.broker.JobState;
import io.millwright.broker.Jobs;
import io.millwright.broker.VersionRef;
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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Results that stay unusable however often an agent sends them end their job, in words. */
class UnusableResultsTest {

    private static final FakeCluster CLUSTER = new FakeCluster(8);

    private static World world;
    private static Jobs jobs;

    @Configuration(proxyBeanMethods = false)
    static class TestCluster {
        @Bean(destroyMethod = "close")
        ClusterConnection clusterConnection() {
            return new ClusterConnection("test", () -> CLUSTER);
        }

        @Bean
        LostCluster lostCluster() {
            return why -> {};
        }
    }

    @BeforeAll
    static void begin() throws IOException {
        world = new World();
        jobs = world.jobs();
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        world.broker(
                WebApplicationType.SERVLET,
                Map.of(
                        "server.address",
                        "127.0.0.1",
                        "server.port",
                        port,
                        "spring.threads.virtual.enabled",
                        true,
                        "millwright.datasets.max-upload",
                        "1KB",
                        "millwright.engines.folder",
                        "/nonexistent",
                        "millwright.broker.gateway-url",
                        "http://127.0.0.1:" + port),
                JobTables.class,
                SchedulerConfiguration.class,
                GatewayConfiguration.class,
                TestCluster.class);
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @Test
    void a_table_that_is_too_large() {
        var id = jobs.submit(engineer(RED), sample(1)).id();
        var agent = agentOf(id);
        agent.put("result.columns", bytes("INTEGER\ta\n"));
        agent.put("result.csv", bytes("a\n" + "123456\n".repeat(1_000)));

        assertThat(agent.result("succeeded", "", "").statusCode()).isEqualTo(200);

        assertThat(failed(id).reason())
                .startsWith("The template's result cannot be used: The file is larger than")
                .endsWith("which is the limit.");
        assertThat(world.audited(RED, id)).containsOnlyOnce("red-engineer job.failed");
    }

    @Test
    void a_model_version_that_the_database_does_not_take() {
        var id = jobs.submit(engineer(RED), training()).id();
        var agent = agentOf(id);
        agent.put("model/model.txt", bytes("model"));
        agent.put("report.json", bytes("{}"));
        var result = "outcome=succeeded\nenvironment.a\\u0000b=c\n";

        assertThat(agent.post("result", result).statusCode()).isEqualTo(200);

        assertThat(failed(id).reason())
                .isEqualTo("The template's result cannot be used: it holds values that cannot be stored.");
        assertThat(agent.post("result", result).statusCode()).as("again").isEqualTo(200);
    }

    @Test
    void a_report_that_is_too_long() {
        var agent = agentOf(jobs.submit(engineer(RED), training()).id());

        assertThat(agent.put("report.json", new byte[2 << 20]).statusCode()).isEqualTo(200);
        var refused = agent.put("report.json", new byte[(2 << 20) + 1]);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).isEqualTo("report.json may have at most 2097152 bytes.");
    }

    private static JobRequest training() {
        var data = world.portal(Datasets.class)
                .upload(engineer(RED), "Data", "data.csv", new ByteArrayInputStream(bytes("a,b\n1,2\n")))
                .version();
        var like = sample(1);
        return new JobRequest(
                like.project(),
                like.projectName(),
                JobKind.TRAIN,
                like.template(),
                like.engines(),
                new VersionRef(data.dataset().value(), data.number()),
                null,
                like.options(),
                like.seed(),
                like.resources(),
                like.priority(),
                null);
    }

    private static Job failed(UUID id) {
        var job = jobs.get(engineer(RED), id);
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        return job;
    }

    private static TestAgent agentOf(UUID id) {
        await().until(() -> CLUSTER.living().stream()
                .anyMatch(agent -> agent.attempt().value().startsWith(id.toString())));
        return new TestAgent(CLUSTER.living().stream()
                .filter(agent -> agent.attempt().value().startsWith(id.toString()))
                .findFirst()
                .orElseThrow());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
