package io.millwright.broker.scheduler;

import io.millwright.broker.cluster.Node;
import io.millwright.tenancy.TenantTransactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down what the cluster looks like, for {@link io.millwright.broker.ClusterView}. */
final class ClusterReports {

    private final TenantTransactions transactions;
    private final JdbcClient sql;

    ClusterReports(TenantTransactions transactions, JdbcClient sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    void write(String backend, ClusterSnapshot seen) {
        transactions.platform(() -> {
            sql.sql("""
                            INSERT INTO cluster_report (backend, available, trouble, reported_at) VALUES (?, ?, ?, now())
                            ON CONFLICT (one) DO UPDATE SET backend = excluded.backend, available = excluded.available,
                                trouble = excluded.trouble, reported_at = excluded.reported_at""")
                    .param(backend)
                    .param(seen.available())
                    .param(seen.trouble())
                    .update();
            if (seen.available()) {
                sql.sql("DELETE FROM cluster_node WHERE id NOT IN (:ids)")
                        .param("ids", seen.nodes().stream().map(Node::id).toList())
                        .update();
                seen.nodes().forEach(this::write);
            }
            return true;
        });
    }

    private void write(Node node) {
        sql.sql("""
                        INSERT INTO cluster_node VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET alive = excluded.alive, cpus = excluded.cpus,
                            free_cpus = excluded.free_cpus, gpus = excluded.gpus, free_gpus = excluded.free_gpus,
                            memory_bytes = excluded.memory_bytes, free_memory_bytes = excluded.free_memory_bytes""")
                .param(node.id())
                .param(node.alive())
                .param(node.cpus())
                .param(node.freeCpus())
                .param(node.gpus())
                .param(node.freeGpus())
                .param(node.memoryBytes())
                .param(node.freeMemoryBytes())
                .update();
    }
}
