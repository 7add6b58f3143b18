package io.millwright.broker.app;

import static io.millwright.broker.test.World.RED;
import static io.millwright.broker.test.World.engineer;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millwright.broker.JobState;
import io.millwright.broker.test.TestAgent;
import io.millwright.governance.models.Models;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.TenantTransactions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of an attempt go when it ends, unless a model, a dataset or another attempt needs them. */
class OutputsTest {

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
    void files_of_an_attempt_that_failed_go() {
        var id = broker.train(1);
        var agent = broker.agent(id, 1);
        agent.put("model/a.bin", bytes("never a model"));
        assertThat(exists("never a model")).isTrue();

        agent.result("failed", "user", "The end.");

        awaitSwept(id);
        assertThat(exists("never a model")).isFalse();
    }

    @Test
    void files_of_an_attempt_that_was_lost_go_while_its_job_goes_on() {
        var id = broker.train(1);
        broker.agent(id, 1).put("model/a.bin", bytes("half a model"));

        broker.lose(id, 1);
        var second = broker.agent(id, 2);

        awaitSwept(id);
        assertThat(exists("half a model")).isFalse();
        second.result("failed", "user", "The end.");
    }

    @Test
    void files_of_a_model_stay_and_its_report_which_is_a_row_now_goes() throws IOException {
        var id = trained("a model");

        awaitSwept(id);
        var made = requireNonNull(requireNonNull(broker.job(id).result()).model());
        var models = broker.world.portal(Models.class);
        var version = models.version(engineer(RED), made.id(), made.version());
        try (var file = models.openFile(engineer(RED), version.id(), "a.bin")) {
            assertThat(file.readAllBytes()).isEqualTo(bytes("a model"));
        }
        assertThat(models.report(engineer(RED), version.id())).isEqualTo(report("a model"));
        assertThat(exists(report("a model"))).isFalse();
    }

    @Test
    void equal_files_stay_as_long_as_another_needs_them() {
        var model = trained("shared");
        var running = broker.train(1);
        broker.agent(running, 1).put("model/b.bin", bytes("shared by two attempts"));
        var failed = broker.train(1);
        var agent = broker.agent(failed, 1);
        agent.put("model/a.bin", bytes("shared"));
        agent.put("model/b.bin", bytes("shared by two attempts"));

        agent.result("failed", "user", "The end.");
        awaitSwept(failed);
        awaitSwept(model);
        assertThat(exists("shared")).as("a model's").isTrue();
        assertThat(exists("shared by two attempts")).as("a running attempt's").isTrue();

        broker.agent(running, 1).result("failed", "user", "The end.");
        awaitSwept(running);
        assertThat(exists("shared by two attempts")).isFalse();
    }

    @Test
    void what_is_replaced_or_refused_goes_at_once() {
        var id = broker.train(1);
        var agent = broker.agent(id, 1);
        agent.put("model/a.bin", bytes("first"));
        agent.put("model/a.bin", bytes("second"));
        assertThat(exists("first")).isFalse();
        assertThat(exists("second")).isTrue();

        assertThat(agent.put("model/a.bin", bytes("third"), "0".repeat(64)).statusCode())
                .isEqualTo(422);
        assertThat(exists("third")).isFalse();

        agent.put("model/b.bin", bytes("second"));
        agent.put("model/b.bin", bytes("fourth"));
        assertThat(exists("second")).as("under another name").isTrue();
        agent.result("failed", "user", "The end.");
    }

    private static UUID trained(String content) {
        var id = broker.train(1);
        var agent = broker.agent(id, 1);
        agent.put("model/a.bin", bytes(content));
        agent.put("report.json", bytes(report(content)));
        agent.result("succeeded", "", "");
        assertThat(broker.job(id).state()).isEqualTo(JobState.SUCCEEDED);
        return id;
    }

    private static String report(String headline) {
        return "{\"headline\":\"" + headline + "\"}";
    }

    private static void awaitSwept(UUID job) {
        var sql = broker.world.portal(JdbcClient.class);
        await().until(() -> broker.world
                .portal(TenantTransactions.class)
                .call(RED, () -> sql.sql("""
                        SELECT count(*) = 0 FROM job_output o JOIN job_attempt a ON a.job_id = o.job_id AND a.number = o.attempt
                        WHERE o.job_id = ? AND a.outcome <> 'ACTIVE'""").param(job).query(Boolean.class).single()));
    }

    private static boolean exists(String content) {
        return broker.world.portal(ObjectStore.class).exists(RED, TestAgent.digest(bytes(content)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
