package io.millwright.broker.app;

import static io.millwright.broker.test.World.RED;
import static io.millwright.broker.test.World.engineer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millwright.broker.JobState;
import io.millwright.broker.test.TestAgent;
import io.millwright.broker.test.World;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.TenantTransactions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a training saves is given to its next attempt, replaced by what it saves later, and gone when it ends. */
class CheckpointsTest {

    private static PlayedBroker broker;

    @BeforeAll
    static void begin() throws IOException {
        broker = new PlayedBroker(8, Map.of());
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    @Test
    void the_latest_is_given_to_the_next_attempt_and_the_others_are_gone() {
        var id = broker.train(1);
        var first = broker.agent(id, 1);
        assertThat(first.get("spec").body()).doesNotContain("input.checkpoint");
        assertThat(save(first, "one")).isEqualTo(200);
        var replaced = objects(id);
        assertThat(save(first, "two")).isEqualTo(200);
        assertThat(first.get("inputs/checkpoint").statusCode()).as("its own").isEqualTo(404);
        assertThat(exists(replaced)).isFalse();

        broker.lose(id, 1);
        var second = broker.agent(id, 2);
        assertThat(save(first, "ghost")).isEqualTo(409);

        assertThat(second.get("spec").body().lines())
                .contains("input.checkpoint.digest=" + TestAgent.digest(bytes("two")), "input.checkpoint.size=3");
        assertThat(second.get("inputs/checkpoint").body()).isEqualTo("two");
        var kept = objects(id);
        assertThat(exists(kept)).isTrue();
        second.result("failed", "user", "The end.");

        assertThat(broker.job(id).state()).isEqualTo(JobState.FAILED);
        await().until(() -> objects(id).isEmpty());
        assertThat(exists(kept)).isFalse();
    }

    @Test
    void equal_ones_of_two_jobs_live_and_go_apart() {
        var one = broker.train(1);
        var other = broker.train(1);
        save(broker.agent(one, 1), "same");
        save(broker.agent(other, 1), "same");
        assertThat(objects(one)).doesNotContainAnyElementsOf(objects(other));

        broker.agent(one, 1).events();
        broker.world.jobs().cancel(engineer(RED), one, "");

        await().until(() -> objects(one).isEmpty());
        assertThat(exists(objects(other))).isTrue();
        broker.agent(other, 1).result("failed", "user", "The end.");
    }

    @Test
    void what_is_no_checkpoint_is_refused_and_leaves_nothing() {
        var id = broker.train(1);
        var agent = broker.agent(id, 1);
        assertThat(agent.putAt("checkpoint", bytes("x"), "0".repeat(64)).statusCode())
                .isEqualTo(422);
        assertThat(objects(id)).isEmpty();
        var sample = broker.world.jobs().submit(engineer(RED), World.sample(1)).id();
        assertThat(save(broker.agent(sample, 1), "x")).isEqualTo(400);
        agent.result("failed", "user", "The end.");
    }

    private static int save(TestAgent agent, String content) {
        return agent.putAt("checkpoint", bytes(content), TestAgent.digest(bytes(content)))
                .statusCode();
    }

    private static List<String> objects(UUID job) {
        var sql = broker.world.portal(JdbcClient.class);
        return broker.world.portal(TenantTransactions.class).call(RED, () -> sql.sql(
                        "SELECT object FROM job_checkpoint WHERE job_id = ?")
                .param(job)
                .query(String.class)
                .list());
    }

    private static boolean exists(List<String> objects) {
        return objects.stream()
                .allMatch(object -> broker.world.portal(ObjectStore.class).exists(RED, object));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
