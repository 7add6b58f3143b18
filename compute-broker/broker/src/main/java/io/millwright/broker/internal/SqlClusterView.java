package io.millwright.broker.internal;

import io.millwright.broker.ClusterView;
import io.millwright.broker.JobState;
import io.millwright.broker.cluster.Node;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.OperatorReads;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link ClusterView} from what brokers last reported. */
public final class SqlClusterView implements ClusterView {

    /** Brokers report at least every ten seconds; after three missed reports nobody knows. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final OperatorReads operators;
    private final JdbcClient sql;

    public SqlClusterView(OperatorReads operators, JdbcClient sql) {
        this.operators = operators;
        this.sql = sql;
    }

    @Override
    public Cluster see(Caller operator) {
        operator.require(Role.OPERATOR);
        return operators.query(operator, "cluster and queue of all tenants", SqlClusterView::read);
    }

    @Override
    public Capacity capacity() {
        return sql.sql("""
                        SELECT coalesce(max(cpus), 0)::int AS cpus, coalesce(max(gpus), 0)::int AS gpus,
                               coalesce(max(memory_bytes), 0) AS memory FROM cluster_node WHERE alive""")
                .query((row, n) -> new Capacity(row.getInt("cpus"), row.getInt("gpus"), row.getLong("memory")))
                .single();
    }

    private static Cluster read(JdbcClient sql) {
        var report = sql.sql("SELECT *, now() - reported_at > make_interval(secs => ?) AS stale FROM cluster_report")
                .param(FRESH.toSeconds())
                .query((row, n) -> new Report(
                        row.getString("backend"),
                        row.getBoolean("available") && !row.getBoolean("stale"),
                        row.getBoolean("stale")
                                ? "No broker has reported for half a minute."
                                : row.getString("trouble"),
                        row.getTimestamp("reported_at").toInstant()))
                .optional();
        return new Cluster(
                report.map(Report::backend).orElse(""),
                report.map(Report::available).orElse(false),
                report.map(Report::trouble).orElse("No broker has reported yet."),
                nodes(sql),
                report.map(Report::at).orElse(null),
                queues(sql),
                running(sql));
    }

    private record Report(String backend, boolean available, String trouble, Instant at) {}

    static List<Node> nodes(JdbcClient sql) {
        return sql.sql("SELECT * FROM cluster_node ORDER BY id")
                .query((row, n) -> new Node(
                        row.getString("id"),
                        row.getBoolean("alive"),
                        row.getDouble("cpus"),
                        row.getDouble("free_cpus"),
                        row.getDouble("gpus"),
                        row.getDouble("free_gpus"),
                        row.getLong("memory_bytes"),
                        row.getLong("free_memory_bytes")))
                .list();
    }

    private static List<TenantQueue> queues(JdbcClient sql) {
        return sql.sql("""
                        WITH total AS (SELECT nullif(sum(cpus), 0) AS cpus, nullif(sum(gpus), 0) AS gpus,
                                              nullif(sum(memory_bytes), 0) AS memory FROM cluster_node WHERE alive)
                        SELECT tenant_id, count(*) FILTER (WHERE state = 'QUEUED') AS waiting,
                               count(*) FILTER (WHERE state <> 'QUEUED') AS running,
                               min(submitted_at) FILTER (WHERE state = 'QUEUED') AS oldest,
                               coalesce(greatest(
                                   sum(j.cpus) FILTER (WHERE state <> 'QUEUED') / max(total.cpus),
                                   sum(j.gpus) FILTER (WHERE state <> 'QUEUED') / max(total.gpus),
                                   sum(j.memory_bytes) FILTER (WHERE state <> 'QUEUED') / max(total.memory)), 0) AS share
                        FROM job j CROSS JOIN total WHERE state IN ('QUEUED', 'ADMITTED', 'STARTING', 'RUNNING')
                        GROUP BY tenant_id ORDER BY tenant_id""")
                .query((row, n) -> new TenantQueue(
                        new TenantId(row.getString("tenant_id")),
                        row.getInt("waiting"),
                        row.getInt("running"),
                        row.getDouble("share"),
                        JobRows.instant(row, "oldest")))
                .list();
    }

    private static List<Running> running(JdbcClient sql) {
        return sql.sql("""
                        SELECT j.tenant_id, j.id, j.attempt, j.project_name, j.state, a.node, a.cpus, a.gpus, a.memory_bytes,
                               a.admitted_at, j.progress
                        FROM job j JOIN job_attempt a ON a.job_id = j.id AND a.number = j.attempt
                        WHERE j.state IN ('ADMITTED', 'STARTING', 'RUNNING') ORDER BY a.admitted_at""")
                .query((row, n) -> new Running(
                        new TenantId(row.getString("tenant_id")),
                        row.getObject("id", UUID.class),
                        row.getInt("attempt"),
                        row.getString("project_name"),
                        JobState.valueOf(row.getString("state")),
                        row.getString("node"),
                        row.getInt("cpus"),
                        row.getInt("gpus"),
                        row.getLong("memory_bytes"),
                        row.getTimestamp("admitted_at").toInstant(),
                        row.getDouble("progress")))
                .list();
    }
}
