package io.millwright.broker.scheduler;

import io.millwright.broker.JobState;
import io.millwright.broker.internal.Digests;
import io.millwright.broker.internal.JobChanges;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Claims jobs: one SQL statement takes the first that fits and makes its attempt.
 *
 * <p>Order: priority; then the tenant with the smallest dominant share of the cluster (Ghodsi et al., "Dominant Resource
 * Fairness", NSDI 2011); then age. A job that does not fit is overtaken until it has waited for a while.
 */
final class Claims {

    /** Brokers claim one after the other, so that two do not promise the same room; any number, the same in all. */
    private static final long LOCK = 0x6d696c6c77726967L;

    /** Common to claim and queue: who holds what, and the order of those that wait. */
    static final String RANKED = """
            WITH used AS (
                SELECT coalesce(sum(cpus), 0) AS cpus, coalesce(sum(gpus), 0) AS gpus,
                       coalesce(sum(memory_bytes), 0) AS memory
                FROM job_attempt WHERE outcome = 'ACTIVE'),
            share AS (
                SELECT tenant_id, greatest(sum(cpus)::float8 / nullif(:cpus, 0), sum(gpus)::float8 / nullif(:gpus, 0),
                           sum(memory_bytes)::float8 / nullif(:memory, 0)) AS share
                FROM job_attempt WHERE outcome = 'ACTIVE' GROUP BY tenant_id),
            ranked AS (
                SELECT j.id,
                    row_number() OVER (ORDER BY j.priority DESC, coalesce(s.share, 0), j.queued_at, j.id) AS place,
                    j.not_before <= now() AS due,
                    j.cpus <= :largestCpus AND j.gpus <= :largestGpus AND j.memory_bytes <= :largestMemory AS possible,
                    j.cpus <= least(:cpus - u.cpus, :roomCpus) AND j.gpus <= least(:gpus - u.gpus, :roomGpus)
                        AND j.memory_bytes <= least(:memory - u.memory, :roomMemory) AS fits,
                    j.queued_at < now() - make_interval(secs => :reserve) AS patient
                FROM job j JOIN tenant t ON t.id = j.tenant_id AND t.state = 'ACTIVE'
                    LEFT JOIN share s ON s.tenant_id = j.tenant_id CROSS JOIN used u
                WHERE j.state = 'QUEUED')
            """;

    private static final String CLAIM = RANKED + """
            , reserved AS (SELECT min(place) AS place FROM ranked WHERE due AND possible AND NOT fits AND patient),
            chosen AS (
                SELECT j.id FROM job j JOIN ranked r ON r.id = j.id CROSS JOIN reserved
                WHERE j.state = 'QUEUED' AND r.due AND r.fits AND r.place < coalesce(reserved.place, r.place + 1)
                ORDER BY r.place LIMIT 1 FOR UPDATE OF j SKIP LOCKED),
            claimed AS (
                UPDATE job SET state = 'ADMITTED', attempt = job.attempt + 1, reason = '', remedy = '', queue_place = 0,
                    queue_size = 0, wait_reason = '', wait_remedy = ''
                FROM chosen WHERE job.id = chosen.id
                RETURNING job.id, job.tenant_id, job.attempt, job.cpus, job.gpus, job.memory_bytes)
            INSERT INTO job_attempt (job_id, number, tenant_id, token_digest, backend, cpus, gpus, memory_bytes)
            SELECT id, attempt, tenant_id, :token, :backend, cpus, gpus, memory_bytes FROM claimed
            RETURNING job_id, number, tenant_id, cpus, gpus, memory_bytes""";

    private final TenantTransactions transactions;
    private final JdbcClient sql;
    private final JobChanges changes;
    private final SecureRandom random = new SecureRandom();

    Claims(TenantTransactions transactions, JdbcClient sql, JobChanges changes) {
        this.transactions = transactions;
        this.sql = sql;
        this.changes = changes;
    }

    /** The next job that fits what is free, now ADMITTED with a new attempt; empty when none does. */
    Optional<Claim> next(ClusterSnapshot cluster, String backend, Duration reserve) {
        var token = token(random);
        return transactions.platform(() -> {
            inTurn(sql);
            var claim = with(sql.sql(CLAIM), cluster, reserve)
                    .param("token", Digests.of(token))
                    .param("backend", backend)
                    .query((row, n) -> new Claim(
                            new TenantId(row.getString("tenant_id")),
                            row.getObject("job_id", UUID.class),
                            row.getInt("number"),
                            token,
                            row.getInt("cpus"),
                            row.getInt("gpus"),
                            row.getLong("memory_bytes"),
                            null))
                    .optional();
            claim.ifPresent(c -> changes.announce(c.job(), c.tenant(), c.number(), JobState.ADMITTED, ""));
            return claim;
        });
    }

    static String token(SecureRandom random) {
        var secret = new byte[32];
        random.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    /** Waits until no other broker claims, and keeps others waiting until the transaction ends. */
    static void inTurn(JdbcClient sql) {
        sql.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?)) held")
                .param(LOCK)
                .query(Integer.class)
                .single();
    }

    static JdbcClient.StatementSpec with(
            JdbcClient.StatementSpec statement, ClusterSnapshot cluster, Duration reserve) {
        return statement
                .param("cpus", cluster.cpus())
                .param("gpus", cluster.gpus())
                .param("memory", cluster.memoryBytes())
                .param("largestCpus", cluster.largestCpus())
                .param("largestGpus", cluster.largestGpus())
                .param("largestMemory", cluster.largestMemoryBytes())
                .param("roomCpus", cluster.roomCpus())
                .param("roomGpus", cluster.roomGpus())
                .param("roomMemory", cluster.roomMemoryBytes())
                .param("reserve", reserve.toMillis() / 1000.0);
    }
}
