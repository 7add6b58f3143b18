package io.millwright.broker.scheduler;

import static io.millwright.broker.test.World.BLUE;
import static io.millwright.broker.test.World.RED;
import static io.millwright.broker.test.World.engineer;
import static io.millwright.broker.test.World.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.broker.Job;
import io.millwright.broker.JobPriority;
import io.millwright.broker.JobState;
import io.millwright.broker.cluster.Node;
import io.millwright.broker.internal.JobChanges;
import io.millwright.broker.internal.JobTables;
import io.millwright.broker.test.World;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import io.millwright.tenancy.Tenants;
import java.time.Duration;
import java.util.ArrayList;
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

class ClaimsTest {

    private static final Duration RESERVE = Duration.ofMinutes(3);

    private static World world;
    private static Claims claims;
    private static JdbcClient sql;
    private static TenantTransactions transactions;

    @BeforeAll
    static void begin() {
        world = new World();
        var broker = world.broker(WebApplicationType.NONE, Map.of(), JobTables.class);
        sql = broker.getBean(JdbcClient.class);
        transactions = broker.getBean(TenantTransactions.class);
        claims = new Claims(transactions, sql, broker.getBean(JobChanges.class));
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
    void nothing_is_claimed_from_an_empty_queue() {
        assertThat(next(8)).isEmpty();
    }

    @Test
    void a_claim_admits_the_job_and_makes_an_attempt_whose_token_is_kept_as_a_digest_only() {
        var job = submit(RED, 1);
        var claim = next(2).orElseThrow();
        assertThat(claim.job()).isEqualTo(job);
        assertThat(claim.name().value()).isEqualTo(job + "-1");
        assertThat(claim.token()).matches("[0-9a-f]{64}");
        assertThat(claim.toString()).doesNotContain(claim.token());
        var now = world.jobs().get(engineer(RED), job);
        assertThat(now.state()).isEqualTo(JobState.ADMITTED);
        assertThat(now.attempts()).singleElement().satisfies(attempt -> assertThat(attempt.backend())
                .isEqualTo("test"));
        var kept = transactions.platform(() -> sql.sql("SELECT to_jsonb(a)::text FROM job_attempt a")
                .query(String.class)
                .single());
        assertThat(kept).doesNotContain(claim.token());
    }

    @Test
    void many_brokers_at_once_never_claim_a_job_twice_and_never_promise_more_than_there_is() throws Exception {
        for (int i = 0; i < 60; i++) {
            submit(i % 3 == 0 ? BLUE : RED, 1);
        }
        var claimed = new ArrayList<Claim>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = new ArrayList<Callable<List<Claim>>>();
            for (int i = 0; i < 8; i++) {
                all.add(() -> {
                    var mine = new ArrayList<Claim>();
                    for (var claim = next(40); claim.isPresent(); claim = next(40)) {
                        mine.add(claim.get());
                    }
                    return mine;
                });
            }
            for (var one : threads.invokeAll(all)) {
                claimed.addAll(one.get());
            }
        }
        assertThat(claimed).hasSize(40);
        assertThat(new HashSet<>(claimed.stream().map(Claim::job).toList())).hasSize(40);
    }

    @Test
    void the_tenant_that_holds_least_goes_first_whatever_came_first() {
        for (int i = 0; i < 4; i++) {
            submit(RED, 1);
        }
        submit(BLUE, 1);
        submit(BLUE, 1);
        assertThat(tenants(6)).containsExactly("red", "blue", "red", "blue", "red", "red");
    }

    @Test
    void shares_count_the_scarcest_resource() {
        submit(RED, 3);
        submit(BLUE, 1);
        submit(RED, 1);
        submit(BLUE, 1);
        submit(BLUE, 1);
        assertThat(tenants(8)).containsExactly("red", "blue", "blue", "blue", "red");
    }

    @Test
    void priority_goes_before_share_and_age() {
        submit(RED, 1);
        var urgent = world.jobs()
                .submit(engineer(BLUE), sample(1, JobPriority.HIGH, null))
                .id();
        world.jobs().submit(engineer(RED), sample(1, JobPriority.LOW, null));
        assertThat(next(8).orElseThrow().job()).isEqualTo(urgent);
    }

    @Test
    void a_job_that_does_not_fit_is_overtaken_until_it_has_waited_for_long() {
        submit(RED, 1);
        next(2).orElseThrow();
        var large = submit(BLUE, 2);
        var small = submit(RED, 1);
        change("UPDATE job SET queued_at = now() - interval '10 minutes' WHERE id = '" + large + "'");
        assertThat(next(2)).isEmpty();
        change("UPDATE job SET queued_at = now() WHERE id = '" + large + "'");
        assertThat(next(2).orElseThrow().job()).isEqualTo(small);
    }

    @Test
    void a_job_that_never_fits_does_not_hold_others_up() {
        var impossible = submit(RED, 100);
        var small = submit(RED, 1);
        change("UPDATE job SET queued_at = now() - interval '1 day' WHERE id = '" + impossible + "'");
        assertThat(next(2).orElseThrow().job()).isEqualTo(small);
    }

    @Test
    void several_nodes_are_not_one_large_node() {
        submit(RED, 3);
        var two = new Node("a", true, 2, 2, 0, 0, 8L << 30, 8L << 30);
        var nodes = new ClusterSnapshot(true, "", List.of(two, new Node("b", true, 2, 2, 0, 0, 8L << 30, 8L << 30)));
        assertThat(claims.next(nodes, "test", RESERVE)).isEmpty();
        var two2 = submit(RED, 2);
        assertThat(claims.next(nodes, "test", RESERVE).orElseThrow().job()).isEqualTo(two2);
    }

    @Test
    void jobs_of_a_suspended_tenant_wait() {
        submit(RED, 1);
        var tenants = world.portal(Tenants.class);
        tenants.suspend(World.operator(), RED, "unpaid");
        assertThat(next(2)).isEmpty();
        tenants.resume(World.operator(), RED, "paid");
        assertThat(next(2)).isPresent();
    }

    @Test
    void a_job_that_is_to_be_tried_again_later_waits_until_then() {
        var job = submit(RED, 1);
        change("UPDATE job SET not_before = now() + interval '1 minute' WHERE id = '" + job + "'");
        assertThat(next(2)).isEmpty();
    }

    @Test
    void a_waiting_job_says_its_place_and_who_holds_what_it_needs_without_naming_others() {
        submit(BLUE, 1);
        submit(RED, 1);
        next(2);
        next(2);
        var red = submit(RED, 1);
        var large = submit(BLUE, 5);
        var broker = world.broker(WebApplicationType.NONE, Map.of(), JobTables.class);
        new Waits(transactions, sql, broker.getBean(io.millwright.broker.internal.Channels.class))
                .write(cluster(2), RESERVE);
        assertThat(waiting(RED, red).reason())
                .isEqualTo("Waits for 1 core: all 2 are in use, by your \"Fraud\" and 1 job of another tenant.");
        assertThat(waiting(RED, red).place()).isEqualTo(1);
        assertThat(waiting(RED, red).of()).isEqualTo(2);
        assertThat(waiting(BLUE, large).reason())
                .isEqualTo("Asks for 5 cores and 1.0 GiB; the largest node has 2 cores and 1024.0 GiB.");
        assertThat(waiting(BLUE, large).sooner()).isEqualTo("Cancel it and submit it with less.");
    }

    private static Job.Waiting waiting(TenantId tenant, UUID job) {
        return java.util.Objects.requireNonNull(
                world.jobs().get(engineer(tenant), job).waiting());
    }

    private static UUID submit(TenantId tenant, int cpus) {
        return world.jobs().submit(engineer(tenant), sample(cpus)).id();
    }

    private static Optional<Claim> next(int cpus) {
        return claims.next(cluster(cpus), "test", RESERVE);
    }

    private static ClusterSnapshot cluster(int cpus) {
        return new ClusterSnapshot(true, "", List.of(new Node("a", true, cpus, cpus, 0, 0, 1L << 40, 1L << 40)));
    }

    private static List<String> tenants(int cpus) {
        var order = new ArrayList<String>();
        for (var claim = next(cpus); claim.isPresent(); claim = next(cpus)) {
            order.add(claim.get().tenant().value());
        }
        return order;
    }

    private static void change(String statement) {
        transactions.platform(() -> sql.sql(statement).update());
    }
}
