package io.millwright.broker.app;

import static io.millwright.broker.test.World.RED;
import static io.millwright.broker.test.World.engineer;
import static io.millwright.broker.test.World.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millwright.broker.ClusterView;
import io.millwright.broker.Job;
import io.millwright.broker.JobAttempt.Outcome;
import io.millwright.broker.JobEvent;
import io.millwright.broker.JobState;
import io.millwright.broker.Jobs;
import io.millwright.broker.cluster.AgentPlacement;
import io.millwright.broker.gateway.GatewayConfiguration;
import io.millwright.broker.internal.JobTables;
import io.millwright.broker.scheduler.ClusterConnection;
import io.millwright.broker.scheduler.LostCluster;
import io.millwright.broker.scheduler.SchedulerConfiguration;
import io.millwright.broker.test.FakeCluster;
import io.millwright.broker.test.Load;
import io.millwright.broker.test.TestAgent;
import io.millwright.broker.test.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Scheduler, gateway and database together; the cluster is in memory and the test plays the agents over HTTP. */
class BrokerTest {

    private static final List<String> LOST = new CopyOnWriteArrayList<>();

    private static World world;
    private static Jobs jobs;
    private static FakeCluster cluster;
    private static int port;
    private ConfigurableApplicationContext broker;

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

    private static ConfigurableApplicationContext newBroker() {
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

    @Test
    void a_job_goes_from_submit_to_a_running_agent_within_moments() {
        await().until(() -> world.portal(ClusterView.class).capacity().cpus() == 2);
        var times = new java.util.ArrayList<Long>();
        for (int i = 0; i < 5; i++) {
            long begin = System.nanoTime();
            var id = jobs.submit(engineer(RED), sample(1)).id();
            var agent = agentOf(id);
            times.add((System.nanoTime() - begin) / 1_000_000);
            assertThat(agent.events().body()).isEqualTo("continue");
            var job = jobs.get(engineer(RED), id);
            assertThat(job.state()).isEqualTo(JobState.RUNNING);
            assertThat(job.startedAt()).isNotNull();
            jobs.cancel(engineer(RED), id, "");
            agent.result("cancelled", "", "");
            assertThat(state(id)).isEqualTo(JobState.CANCELLED);
            cluster.lose(cluster.living().getFirst().attempt());
        }
        times.sort(null);
        System.out.println("from submit to placed, ms: " + times);
        assertThat(times.get(2)).isLessThan(2_000);
    }

    @Test
    void events_are_kept_once_in_order_and_move_the_progress() {
        var id = jobs.submit(engineer(RED), sample(1)).id();
        var agent = agentOf(id);
        agent.events(
                "phase\tFetching",
                "log\tone\\ttab\\nand \\\\ backslash",
                "progress\t0.25\tBuilding",
                "metric\tloss\t1\t0.5");
        agent.post(
                "events",
                "2\t0\tlog\tagain\n5\t0\tprogress\t0.5\tTraining\n6\t0\tprogress\t0.75\tStill\n7\t0\tmetric\tloss\t2\tNaN\n");
        var job = jobs.get(engineer(RED), id);
        assertThat(job.progress()).isEqualTo(.75);
        assertThat(job.activity()).isEqualTo("Still");
        assertThat(job.eta()).isNotNull();
        var logs = jobs.logs(engineer(RED), id, 0, 100);
        assertThat(logs.stream().filter(JobEvent.LogLine.class::isInstance))
                .singleElement()
                .isInstanceOfSatisfying(JobEvent.LogLine.class, line -> assertThat(line.text())
                        .isEqualTo("one\ttab\nand \\ backslash"));
        assertThat(jobs.metrics(engineer(RED), id)).singleElement().satisfies(point -> assertThat(point.value())
                .isEqualTo(.5));
        var all = jobs.events(engineer(RED), id, 0, 100);
        assertThat(all).extracting(JobEvent::seq).isSorted().doesNotHaveDuplicates();
        assertThat(all.getLast().seq()).isEqualTo(job.lastEvent());
        assertThat(jobs.events(engineer(RED), id, job.lastEvent(), 100)).isEmpty();
        assertThat(agent.post("events", "nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void an_agent_that_is_lost_is_replaced_by_a_new_attempt_and_can_no_longer_write() {
        var id = jobs.submit(engineer(RED), sample(1)).id();
        var first = agentOf(id);
        first.events("log\tfirst");
        cluster.lose(name(id, 1));
        await().until(() -> placement(id, 2) != null);
        assertThat(first.events("log\tghost").statusCode()).isEqualTo(409);
        assertThat(first.put("report.json", "{}".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(409);
        assertThat(first.result("succeeded", "", "").statusCode()).isEqualTo(409);
        assertThat(world.audited(RED, id)).containsOnlyOnce("system access.refused");
        var second = new TestAgent(placement(id, 2));
        second.events("log\tsecond");
        var job = jobs.get(engineer(RED), id);
        assertThat(job.attempts())
                .extracting(attempt -> attempt.outcome())
                .containsExactly(Outcome.LOST, Outcome.ACTIVE);
        assertThat(job.attempts().getFirst().reason()).contains("was lost");
        assertThat(jobs.logs(engineer(RED), id, 0, 100).toString())
                .contains("second")
                .doesNotContain("ghost");
    }

    @Test
    void a_job_whose_agents_are_lost_three_times_fails_and_says_so() {
        var id = jobs.submit(engineer(RED), sample(1)).id();
        for (int attempt = 1; attempt <= 3; attempt++) {
            int number = attempt;
            await().until(() -> placement(id, number) != null);
            new TestAgent(placement(id, number)).result("failed", "agent", "The node's disk is full.");
            cluster.lose(name(id, number));
        }
        var job = jobs.get(engineer(RED), id);
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.reason()).isEqualTo("Tried 3 times in vain. The last time: The node's disk is full.");
        assertThat(world.audited(RED, id)).containsOnlyOnce("system job.failed");
    }

    @Test
    void a_failure_of_the_template_is_not_tried_again() {
        var id = jobs.submit(engineer(RED), sample(1)).id();
        var agent = agentOf(id);
        assertThat(agent.result("failed", "template", "It ended with exit code 3.")
                        .statusCode())
                .isEqualTo(200);
        var job = jobs.get(engineer(RED), id);
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.reason()).isEqualTo("It ended with exit code 3.");
        assertThat(job.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.peakMemoryBytes()).isEqualTo(1000);
            assertThat(attempt.sandbox()).isEqualTo("landlock");
        });
        assertThat(agent.result("failed", "template", "It ended with exit code 3.")
                        .statusCode())
                .as("the same result again")
                .isEqualTo(200);
        assertThat(agent.events().body()).as("a last heartbeat").isEqualTo("continue");
        assertThat(agent.events("log\tmore").statusCode()).isEqualTo(409);
        assertThat(agent.result("succeeded", "", "").statusCode()).isEqualTo(409);
        assertThat(world.audited(RED, id)).containsOnlyOnce("red-engineer job.failed");
    }

    @Test
    void a_result_without_its_outputs_fails_in_words() {
        var id = jobs.submit(engineer(RED), sample(1)).id();
        var agent = agentOf(id);
        assertThat(agent.result("succeeded", "", "").statusCode()).isEqualTo(200);
        assertThat(jobs.get(engineer(RED), id).reason())
                .isEqualTo("The template's result cannot be used: result.columns is missing.");
    }

    @Test
    void a_cancelled_agent_hears_of_it_with_its_next_heartbeat() {
        var id = jobs.submit(engineer(RED), sample(1)).id();
        var agent = agentOf(id);
        agent.events();
        jobs.cancel(engineer(RED), id, "no longer needed");
        assertThat(agent.events().body()).isEqualTo("cancel");
        agent.result("cancelled", "", "");
        assertThat(jobs.get(engineer(RED), id).reason()).isEqualTo("Cancelled by red-engineer: no longer needed");
    }

    @Test
    void a_cancelled_agent_that_does_not_listen_is_stopped() {
        var id = jobs.submit(engineer(RED), sample(1)).id();
        agentOf(id).events();
        jobs.cancel(engineer(RED), id, "");
        await().atMost(Load.bound(Duration.ofSeconds(2))).until(() -> state(id) == JobState.CANCELLED);
        await().atMost(Load.bound(Duration.ofSeconds(1)))
                .until(() -> cluster.living().isEmpty());
    }

    @Test
    void a_job_past_its_time_limit_fails_and_its_agent_is_stopped() {
        var id = jobs.submit(engineer(RED), sample(1)).id();
        agentOf(id).events();
        var transactions = world.portal(io.millwright.tenancy.TenantTransactions.class);
        transactions.run(RED, () -> world.portal(JdbcClient.class)
                .sql("UPDATE job SET limit_seconds = 1 WHERE id = ?")
                .param(id)
                .update());
        await().until(() -> state(id) == JobState.FAILED);
        assertThat(jobs.get(engineer(RED), id).reason()).isEqualTo("It took longer than its time limit.");
        await().until(() -> cluster.living().isEmpty());
    }

    @Test
    void the_next_broker_goes_on_with_what_the_one_before_had_placed() {
        var id = jobs.submit(engineer(RED), sample(1)).id();
        var agent = agentOf(id);
        agent.events("log\tbefore");
        broker.close();
        broker = newBroker();
        assertThat(agent.events("log\tafter").body()).isEqualTo("continue");
        org.awaitility.Awaitility.await()
                .during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(60))
                .until(() -> state(id) == JobState.RUNNING && cluster.placed().size() == 1);
        assertThat(jobs.get(engineer(RED), id).attempts()).hasSize(1);
        assertThat(agent.result("failed", "user", "The end.").statusCode()).isEqualTo(200);
    }

    @Test
    void agents_that_nobody_wants_are_stopped() throws Exception {
        var stranger = new io.millwright.broker.cluster.AttemptName(UUID.randomUUID() + "-1");
        cluster.place(new AgentPlacement(stranger, java.net.URI.create("http://127.0.0.1/"), "t", 1, 0, 1));
        jobs.submit(engineer(RED), sample(1));
        await().until(() ->
                cluster.living().stream().noneMatch(agent -> agent.attempt().equals(stranger)));
    }

    @Test
    void while_the_cluster_is_away_jobs_wait_and_say_so() {
        await().until(() -> world.portal(ClusterView.class).capacity().cpus() == 2);
        cluster.trouble("the control store does not answer.");
        var running = jobs.submit(engineer(RED), sample(1)).id();
        await().until(() -> jobs.get(engineer(RED), running).reason().contains("does not answer")
                || waits(running).contains("does not answer"));
        assertThat(state(running)).isEqualTo(JobState.QUEUED);
        await().until(() ->
                !world.portal(ClusterView.class).see(World.operator()).available());
        cluster.trouble("");
        agentOf(running).events();
        await().until(() -> state(running) == JobState.RUNNING);
    }

    @Test
    void a_cluster_that_this_process_has_lost_is_told_to_the_process() {
        cluster.lost("the connection is dead.");
        await().until(() -> LOST.contains("the connection is dead."));
        cluster.lost("");
    }

    @Test
    void a_job_that_the_cluster_does_not_take_is_tried_again_and_does_not_fail() {
        cluster.full(true);
        var id = jobs.submit(engineer(RED), sample(1)).id();
        await().until(() -> jobs.get(engineer(RED), id).attempts().size() >= 4);
        assertThat(jobs.get(engineer(RED), id).state()).isNotEqualTo(JobState.FAILED);
        cluster.full(false);
        agentOf(id).events();
        assertThat(state(id)).isEqualTo(JobState.RUNNING);
    }

    @Test
    void the_gateway_lets_nobody_in_without_the_token() {
        var id = jobs.submit(engineer(RED), sample(1)).id();
        agentOf(id);
        var gateway = placement(id, 1).gateway();
        for (var token : new String[] {"", "0".repeat(64), "x"}) {
            assertThat(new TestAgent(gateway, token).get("spec").statusCode()).isEqualTo(401);
            assertThat(new TestAgent(gateway, token).result("succeeded", "", "").statusCode())
                    .isEqualTo(401);
        }
        var other = jobs.submit(engineer(RED), sample(1)).id();
        agentOf(other);
        assertThat(new TestAgent(gateway, placement(other, 1).token())
                        .get("spec")
                        .statusCode())
                .as("another attempt's token")
                .isEqualTo(401);
    }

    @Test
    void the_spec_tells_an_agent_all_it_needs() {
        var id = jobs.submit(engineer(RED), sample(1)).id();
        var spec = agentOf(id).get("spec");
        assertThat(spec.statusCode()).isEqualTo(200);
        assertThat(spec.body().lines())
                .contains(
                        "attempt=" + id + "-1",
                        "kind=sample",
                        "template.id=minimal-example",
                        "seed=42",
                        "option.rows=10",
                        "cpus=1",
                        "heartbeatSeconds=2",
                        "timeoutSeconds=600");
    }

    @Test
    void outputs_must_be_what_was_announced_and_have_a_place() {
        var id = jobs.submit(engineer(RED), sample(1)).id();
        var agent = agentOf(id);
        var bytes = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
        assertThat(agent.put("result.csv", bytes).statusCode()).isEqualTo(200);
        assertThat(agent.put("result.csv", bytes, "0".repeat(64)).statusCode()).isEqualTo(422);
        assertThat(agent.put("model/a.bin", bytes).statusCode())
                .as("a sample has no model")
                .isEqualTo(400);
        assertThat(agent.put("../x", bytes).statusCode()).isIn(400, 404);
        assertThat(agent.get("inputs/dataset").statusCode()).isEqualTo(404);
        assertThat(agent.get("engines/xgboost").statusCode()).isEqualTo(404);
    }

    @Test
    void operators_see_nodes_queue_and_what_runs() {
        var id = jobs.submit(engineer(RED), sample(1)).id();
        agentOf(id).events();
        jobs.submit(engineer(RED), sample(2));
        await().until(() -> !world.portal(ClusterView.class)
                .see(World.operator())
                .running()
                .getFirst()
                .node()
                .isEmpty());
        var seen = world.portal(ClusterView.class).see(World.operator());
        assertThat(seen.available()).isTrue();
        assertThat(seen.nodes()).extracting(node -> node.id()).containsExactly("node-1");
        assertThat(seen.queues()).singleElement().satisfies(queue -> {
            assertThat(queue.waiting()).isEqualTo(1);
            assertThat(queue.running()).isEqualTo(1);
            assertThat(queue.share()).isEqualTo(.5);
        });
    }

    private static JobState state(UUID id) {
        return jobs.get(engineer(RED), id).state();
    }

    private static String waits(UUID id) {
        Job.Waiting waiting = jobs.get(engineer(RED), id).waiting();
        return waiting == null ? "" : waiting.reason();
    }

    private static TestAgent agentOf(UUID id) {
        await().pollInterval(Duration.ofMillis(2)).until(() -> cluster.living().stream()
                .anyMatch(agent -> agent.attempt().value().startsWith(id.toString())));
        return new TestAgent(cluster.living().stream()
                .filter(agent -> agent.attempt().value().startsWith(id.toString()))
                .findFirst()
                .orElseThrow());
    }

    private static io.millwright.broker.cluster.AttemptName name(UUID id, int number) {
        return new io.millwright.broker.cluster.AttemptName(id + "-" + number);
    }

    private static @org.jspecify.annotations.Nullable AgentPlacement placement(UUID id, int number) {
        return cluster.living().stream()
                .filter(agent -> agent.attempt().equals(name(id, number)))
                .findFirst()
                .orElse(null);
    }
}
