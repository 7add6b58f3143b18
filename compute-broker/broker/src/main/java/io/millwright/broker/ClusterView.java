package io.millwright.broker;

import io.millwright.broker.cluster.Node;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cluster and its queue. */
public interface ClusterView {

    /** Everything an operator sees, across tenants; audited as an operator's read. */
    Cluster see(Caller operator);

    /** What one job can have at most; for forms. */
    Capacity capacity();

    /**
     * The cluster at one moment.
     *
     * @param backend {@code ray}, {@code local}, empty while no broker has reported
     * @param available whether it takes jobs
     * @param trouble why not, in words; empty when available
     * @param nodes as last reported
     * @param reportedAt when a broker reported last, null when never
     * @param queues one for each tenant with jobs that wait or run
     * @param running attempts that hold resources
     */
    record Cluster(
            String backend,
            boolean available,
            String trouble,
            List<Node> nodes,
            @Nullable Instant reportedAt,
            List<TenantQueue> queues,
            List<Running> running) {
        public Cluster {
            nodes = List.copyOf(nodes);
            queues = List.copyOf(queues);
            running = List.copyOf(running);
        }
    }

    /**
     * A tenant's part of the queue.
     *
     * @param share dominant share: the largest of its shares of cores, GPUs and memory, 0 to 1
     * @param oldest when the job that waits longest was submitted
     */
    record TenantQueue(
            TenantId tenant,
            int waiting,
            int running,
            double share,
            @Nullable Instant oldest) {}

    /** An attempt that holds resources. */
    record Running(
            TenantId tenant,
            UUID job,
            int attempt,
            String projectName,
            JobState state,
            String node,
            int cpus,
            int gpus,
            long memoryBytes,
            Instant since,
            double progress) {}

    /** The largest node, or zeros while no broker has reported. */
    record Capacity(int cpus, int gpus, long memoryBytes) {}
}
