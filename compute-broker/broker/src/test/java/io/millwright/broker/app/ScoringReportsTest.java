package io.millwright.broker.app;

import static io.millwright.broker.test.World.BLUE;
import static io.millwright.broker.test.World.RED;
import static io.millwright.broker.test.World.engineer;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.millwright.broker.JobState;
import io.millwright.broker.VersionRef;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a template says about the rows it scored is kept with its job, for its tenant. */
class ScoringReportsTest {

    private static final String REPORT =
            "{\"headline\":\"Two rows.\",\"notes\":[],\"metrics\":[],\"charts\":[{\"name\":\"b\",\"a\":1}]}";

    private static PlayedBroker broker;
    private static VersionRef model;

    @BeforeAll
    static void begin() throws IOException {
        broker = new PlayedBroker(8, Map.of());
        var training = broker.train(1);
        var agent = broker.agent(training, 1);
        agent.put("model/model.txt", bytes("model"));
        agent.put("report.json", bytes(REPORT));
        agent.result("succeeded", "", "");
        model = requireNonNull(requireNonNull(broker.job(training).result()).model());
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    @Test
    void it_is_kept_as_it_was_told() {
        var id = scored(REPORT);

        assertThat(broker.job(id).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(broker.world.jobs().report(engineer(RED), id)).hasValue(REPORT);
    }

    @Test
    void no_other_tenant_reads_it() {
        var id = scored(REPORT);

        assertThatExceptionOfType(MillwrightException.class)
                .isThrownBy(() -> broker.world.jobs().report(engineer(BLUE), id))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(MillwrightException.Kind.MISSING));
        assertThat(reports(RED, id)).isOne();
        assertThat(reports(BLUE, id)).as("the row, by any query").isZero();
    }

    @Test
    void a_scoring_that_says_nothing_has_none() {
        var id = scored(null);

        assertThat(broker.job(id).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(broker.world.jobs().report(engineer(RED), id)).isEmpty();
    }

    @Test
    void what_is_no_report_fails_the_scoring_in_words() {
        var id = scored("[]");

        assertThat(broker.job(id).reason())
                .isEqualTo("The template's result cannot be used: report.json is not an object.");
        assertThat(broker.world.jobs().report(engineer(RED), id)).isEmpty();
    }

    private static UUID scored(@Nullable String report) {
        var id = broker.score(model);
        var agent = broker.agent(id, 1);
        agent.put("result.columns", bytes("DECIMAL\tscore\n"));
        agent.put("result.csv", bytes("score\n0.5\n0.25\n"));
        if (report != null) {
            agent.put("report.json", bytes(report));
        }
        assertThat(agent.result("succeeded", "", "").statusCode()).isEqualTo(200);
        return id;
    }

    private static int reports(TenantId tenant, UUID job) {
        var sql = broker.world.portal(JdbcClient.class);
        return broker.world.portal(TenantTransactions.class).call(tenant, () -> sql.sql(
                        "SELECT count(*) FROM job_report WHERE job_id = ?")
                .param(job)
                .query(Integer.class)
                .single());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
