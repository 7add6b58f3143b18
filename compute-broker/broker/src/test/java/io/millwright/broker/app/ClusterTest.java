package io.millwright.broker.app;

import static io.millwright.broker.test.World.RED;
import static io.millwright.broker.test.World.engineer;
import static io.millwright.broker.test.World.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millwright.broker.ClusterView;
import io.millwright.broker.JobState;
import io.millwright.broker.cluster.AgentPlacement;
import io.millwright.broker.test.World;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens when brokers and clusters come and go. */
class ClusterTest extends BrokerWorld {

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
}
