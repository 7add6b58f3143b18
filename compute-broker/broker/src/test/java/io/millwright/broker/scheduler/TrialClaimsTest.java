package io.millwright.broker.scheduler;

import static io.millwright.broker.test.World.BLUE;
import static io.millwright.broker.test.World.RED;
import static io.millwright.broker.test.World.engineer;
import static io.millwright.broker.test.World.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.broker.JobPriority;
import io.millwright.broker.cluster.Node;
import io.millwright.broker.internal.JobChanges;
import io.millwright.broker.internal.JobTables;
import io.millwright.broker.test.World;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which trial is claimed, and when none is. Jobs of one GiB; the first of a tenant runs on node-1. */
class TrialClaimsTest {

    private static final Duration RESERVE = Duration.ofMinutes(3);
    private static final ClusterSnapshot ONE = cluster(new Node("node-1", true, 4, 4, 0, 0, 8L << 30, 8L << 30));

    private static World world;
    private static JdbcClient sql;
    private static TenantTransactions transactions;
    private static Claims claims;
    private static TrialClaims trials;

    @BeforeAll
    static void begin() {
        world = new World();
        var broker = world.broker(WebApplicationType.NONE, Map.of(), JobTables.class);
        sql = broker.getBean(JdbcClient.class);
        transactions = broker.getBean(TenantTransactions.class);
        claims = new Claims(transactions, sql, broker.getBean(JobChanges.class));
        trials = new TrialClaims(transactions, sql);
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @BeforeEach
    void empty() {
        change("DELETE FROM job");
    }

    @Test
    void eight_claimers_at_once_claim_each_trial_once_and_no_more_than_there_are_cores() throws Exception {
        searching(RED, 4, 9);
        var numbers = new HashSet<Integer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = java.util.Collections.nCopies(8, (Callable<Optional<Claim>>) () -> next(ONE));
            for (var one : threads.invokeAll(all)) {
                one.get().ifPresent(claim -> assertThat(numbers.add(claim.number()))
                        .isTrue());
            }
        }
        assertThat(numbers).containsExactlyInAnyOrder(1_000_001, 1_000_002, 1_000_003, 1_000_004);
    }

    @Test
    void the_tenant_that_has_less_goes_first() {
        var manyCores = cluster(new Node("node-1", true, 64, 64, 0, 0, 8L << 30, 8L << 30));
        var red = searching(RED, 2, 2);
        var blue = searching(BLUE, 2, 2);
        assertThat(next(manyCores).orElseThrow().job()).isEqualTo(red);
        assertThat(next(manyCores).orElseThrow().job()).as("memory counts now").isEqualTo(blue);
    }

    @Test
    void memory_has_to_be_free_on_the_node_of_the_training() {
        searching(RED, 2, 2);
        var full = new Node("node-1", true, 2, 0, 0, 0, 4L << 30, 0);
        var empty = new Node("node-2", true, 2, 2, 0, 0, 4L << 30, 4L << 30);
        assertThat(next(cluster(full, empty))).isEmpty();
        var room = new Node("node-1", true, 2, 0, 0, 0, 4L << 30, 1L << 30);
        assertThat(next(cluster(room, empty))).isPresent();
    }

    @Test
    void a_job_that_has_waited_long_and_comes_first_holds_trials_back() {
        searching(RED, 2, 2);
        var waiting = world.jobs()
                .submit(engineer(BLUE), sample(4, JobPriority.NORMAL, null))
                .id();
        assertThat(next(ONE)).as("it has not waited long").isPresent();
        change("UPDATE job SET queued_at = now() - interval '1 hour' WHERE id = '" + waiting + "'");
        assertThat(next(ONE)).isEmpty();
        change("UPDATE job SET priority = 0 WHERE id = '" + waiting + "'");
        assertThat(next(ONE)).isPresent();
    }

    @Test
    void nothing_is_claimed_for_a_training_that_does_not_run_or_did_not_ask() {
        searching(RED, 2, 2);
        for (var different : List.of("cancel_requested_at = now()", "attempt = 2")) {
            change("UPDATE job SET " + different);
            assertThat(next(ONE)).as(different).isEmpty();
            change("UPDATE job SET cancel_requested_at = NULL, attempt = 1");
        }
        change("UPDATE job_trial SET not_before = now() + interval '1 minute'");
        assertThat(next(ONE)).isEmpty();
    }

    /** A job that runs and has asked for trials. */
    private static UUID searching(TenantId tenant, int cpus, int count) {
        var id = world.jobs()
                .submit(engineer(tenant), sample(cpus, JobPriority.NORMAL, null))
                .id();
        assertThat(claims.next(ONE, "test", RESERVE)).isPresent();
        change("UPDATE job SET state = 'STARTING' WHERE id = '" + id + "'");
        change("UPDATE job SET state = 'RUNNING', started_at = now() WHERE id = '" + id + "'");
        change("UPDATE job_attempt SET node = 'node-1' WHERE job_id = '" + id + "'");
        for (int number = 1; number <= count; number++) {
            change(
                    "INSERT INTO job_trial (job_id, number, tenant_id, parameters, budget, asked) VALUES ('%s', %d, '%s', '{}', 1, 1)"
                            .formatted(id, number, tenant.value()));
        }
        return id;
    }

    private static Optional<Claim> next(ClusterSnapshot cluster) {
        return trials.next(cluster, "test", RESERVE);
    }

    private static ClusterSnapshot cluster(Node... nodes) {
        return new ClusterSnapshot(true, "", List.of(nodes));
    }

    private static void change(String statement) {
        transactions.run(TenantId.PLATFORM, () -> sql.sql(statement).update());
    }
}
