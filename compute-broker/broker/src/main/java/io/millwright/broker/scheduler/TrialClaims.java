package io.millwright.broker.scheduler;

import io.millwright.broker.JobResources;
import io.millwright.broker.cluster.AttemptName;
import io.millwright.broker.cluster.Node;
import io.millwright.broker.internal.Digests;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Claims trials of running trainings. A trial uses a core that its training was given and does not use while it waits, and
 * memory of its own, as much as the training's where a node has it. It is claimed after all jobs that fit, in the order of
 * jobs: priority, the tenant's share, age; and not before a job that has waited long and has a better place.
 */
final class TrialClaims {

    private static final String CLAIM = Claims.RANKED + """
            , busy AS (
                SELECT job_id, count(*) AS running FROM job_attempt
                WHERE outcome = 'ACTIVE' AND trial IS NOT NULL GROUP BY job_id),
            candidate AS (
                SELECT t.job_id, t.number, t.asked, j.attempt, j.priority, coalesce(s.share, 0) AS share, t.asked_at,
                    greatest(:least, least(j.memory_bytes, :largestMemory - j.memory_bytes)) AS memory
                FROM job_trial t JOIN job j ON j.id = t.job_id JOIN tenant o ON o.id = j.tenant_id AND o.state = 'ACTIVE'
                    LEFT JOIN busy b ON b.job_id = j.id LEFT JOIN share s ON s.tenant_id = j.tenant_id
                WHERE t.state = 'WAITING' AND t.not_before <= now() AND j.state = 'RUNNING' AND j.attempt = t.asked
                    AND j.cancel_requested_at IS NULL AND coalesce(b.running, 0) < j.cpus),
            chosen AS (
                SELECT c.job_id, c.number, c.memory, j.tenant_id, j.attempt
                FROM candidate c JOIN job j ON j.id = c.job_id CROSS JOIN used u
                    LEFT JOIN job_attempt p ON p.job_id = j.id AND p.number = j.attempt
                    LEFT JOIN unnest(:nodes, :free) AS n (id, free) ON n.id = p.node
                WHERE j.state = 'RUNNING' AND j.attempt = c.asked
                    AND c.memory <= least(:memory - u.memory, coalesce(n.free, :roomMemory))
                    AND NOT EXISTS (
                        SELECT 1 FROM ranked r JOIN job q ON q.id = r.id LEFT JOIN share w ON w.tenant_id = q.tenant_id
                        WHERE r.due AND r.possible AND r.patient AND NOT r.fits AND (q.priority > c.priority
                            OR q.priority = c.priority AND coalesce(w.share, 0) < c.share))
                ORDER BY c.priority DESC, c.share, c.asked_at, c.number LIMIT 1 FOR UPDATE OF j),
            taken AS (
                UPDATE job_trial t SET state = 'RUNNING' FROM chosen c WHERE t.job_id = c.job_id AND t.number = c.number
                RETURNING t.job_id)
            INSERT INTO job_attempt (job_id, number, trial, tenant_id, token_digest, backend, cpus, gpus, memory_bytes)
            SELECT c.job_id, 1 + (SELECT coalesce(max(a.number), 1000000) FROM job_attempt a
                    WHERE a.job_id = c.job_id AND a.trial IS NOT NULL),
                c.number, c.tenant_id, :token, :backend, 0, 0, c.memory
            FROM chosen c JOIN taken ON taken.job_id = c.job_id
            RETURNING job_id, number, tenant_id, memory_bytes, (SELECT attempt FROM chosen) AS beside""";

    private static final String GIVE_UP = """
            UPDATE job_trial t SET state = 'LOST', ended_at = now(), reason = :reason
            FROM job j WHERE j.id = t.job_id AND j.state = 'RUNNING' AND j.attempt = t.asked AND t.state = 'WAITING'
                AND t.asked_at < now() - make_interval(secs => :patience)
                AND NOT EXISTS (SELECT 1 FROM job_attempt a WHERE a.job_id = t.job_id AND a.trial IS NOT NULL
                    AND coalesce(a.ended_at, now()) > now() - make_interval(secs => :patience))""";

    private final TenantTransactions transactions;
    private final JdbcClient sql;
    private final SecureRandom random = new SecureRandom();

    TrialClaims(TenantTransactions transactions, JdbcClient sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** The next trial that fits what is free, now RUNNING with a new attempt; empty when none does. */
    Optional<Claim> next(ClusterSnapshot cluster, String backend, Duration reserve) {
        var token = Claims.token(random);
        // of a single node the database knows better what is free: it counts what is just being placed
        var nodes = cluster.nodes().size() == 1 ? List.<Node>of() : cluster.nodes();
        return transactions.platform(() -> {
            Claims.inTurn(sql);
            return Claims.with(sql.sql(CLAIM), cluster, reserve)
                    .param("least", JobResources.MIN_MEMORY)
                    .param("nodes", nodes.stream().map(Node::id).toArray(String[]::new))
                    .param("free", nodes.stream().map(Node::freeMemoryBytes).toArray(Long[]::new))
                    .param("token", Digests.of(token))
                    .param("backend", backend)
                    .query((row, n) -> new Claim(
                            new TenantId(row.getString("tenant_id")),
                            row.getObject("job_id", UUID.class),
                            row.getInt("number"),
                            token,
                            0,
                            0,
                            row.getLong("memory_bytes"),
                            new AttemptName(row.getObject("job_id", UUID.class) + "-" + row.getInt("beside"))))
                    .optional();
        });
    }

    /** Trainings do not wait for ever for room beside them, so that several that wait for each other all go on. */
    void giveUp(Duration patience) {
        transactions.platform(() -> {
            Claims.inTurn(sql);
            return sql.sql(GIVE_UP)
                    .param(
                            "reason",
                            "There was no memory free for it beside its training for %d seconds."
                                    .formatted(patience.toSeconds()))
                    .param("patience", patience.toMillis() / 1000.0)
                    .update();
        });
    }
}
