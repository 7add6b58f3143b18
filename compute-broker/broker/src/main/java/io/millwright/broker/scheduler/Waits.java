package io.millwright.broker.scheduler;

import io.millwright.broker.internal.Channels;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes beside each queued job its place and why it waits, so that its tenant can read it without seeing others. */
final class Waits {

    private static final int MOST = 1000;

    private static final String QUEUE = Claims.RANKED + """
            SELECT r.*, j.tenant_id, j.cpus, j.gpus, j.memory_bytes, j.reason, j.queue_place, j.queue_size, j.wait_reason,
                   j.wait_remedy, count(*) OVER () AS size
            FROM ranked r JOIN job j ON j.id = r.id ORDER BY r.place LIMIT %d""".formatted(MOST);

    private static final String HELD = """
            SELECT j.tenant_id, j.project_name, sum(a.cpus) AS cpus, sum(a.gpus) AS gpus, sum(a.memory_bytes) AS memory_bytes
            FROM job_attempt a JOIN job j ON j.id = a.job_id WHERE a.outcome = 'ACTIVE'
            GROUP BY j.id, j.tenant_id, j.project_name ORDER BY min(a.admitted_at)""";

    private final TenantTransactions transactions;
    private final JdbcClient sql;
    private final Channels channels;

    Waits(TenantTransactions transactions, JdbcClient sql, Channels channels) {
        this.transactions = transactions;
        this.sql = sql;
        this.channels = channels;
    }

    /** What is held by a job and its trials. */
    record Held(String tenant, String project, int cpus, int gpus, long memoryBytes) {}

    /** A job that waits. */
    record Waiting(
            UUID id,
            String tenant,
            int place,
            int size,
            boolean due,
            boolean possible,
            boolean fits,
            int cpus,
            int gpus,
            long memoryBytes,
            String reason,
            Words said,
            boolean placeIsKnown) {}

    /** What a waiting job says. */
    record Words(String reason, String sooner) {}

    /** Brings the queue's words up to date. */
    void write(ClusterSnapshot cluster, Duration reserve) {
        transactions.run(TenantId.PLATFORM, () -> {
            var held = sql.sql(HELD)
                    .query((row, n) -> new Held(
                            row.getString("tenant_id"),
                            row.getString("project_name"),
                            row.getInt("cpus"),
                            row.getInt("gpus"),
                            row.getLong("memory_bytes")))
                    .list();
            for (var job : queue(cluster, reserve)) {
                var words = WaitWords.of(job, cluster, held);
                if (!job.placeIsKnown() || !words.equals(job.said())) {
                    say(job, words);
                }
            }
        });
    }

    private List<Waiting> queue(ClusterSnapshot cluster, Duration reserve) {
        return Claims.with(sql.sql(QUEUE), cluster, reserve)
                .query((row, n) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getString("tenant_id"),
                        row.getInt("place"),
                        row.getInt("size"),
                        row.getBoolean("due"),
                        row.getBoolean("possible"),
                        row.getBoolean("fits"),
                        row.getInt("cpus"),
                        row.getInt("gpus"),
                        row.getLong("memory_bytes"),
                        row.getString("reason"),
                        new Words(row.getString("wait_reason"), row.getString("wait_remedy")),
                        row.getInt("place") == row.getInt("queue_place")
                                && row.getInt("size") == row.getInt("queue_size")))
                .list();
    }

    private void say(Waiting job, Words words) {
        int changed = sql.sql("""
                        UPDATE job SET queue_place = ?, queue_size = ?, wait_reason = ?, wait_remedy = ?
                        WHERE id = ? AND state = 'QUEUED'""")
                .param(job.place())
                .param(job.size())
                .param(words.reason())
                .param(words.sooner())
                .param(job.id())
                .update();
        if (changed == 1) {
            channels.news(job.tenant(), job.id(), true);
        }
    }
}
