package io.millwright.broker.app;

import static io.millwright.broker.test.World.RED;
import static io.millwright.broker.test.World.engineer;
import static io.millwright.broker.test.World.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millwright.broker.ClusterView;
import io.millwright.broker.JobAttempt.Outcome;
import io.millwright.broker.JobState;
import io.millwright.broker.test.Load;
import io.millwright.broker.test.TestAgent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of jobs whose agents succeed, fail, vanish, take too long or are stopped. */
class AttemptsTest extends BrokerWorld {

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
}
