package io.millwright.portal.api.operations;

import io.millwright.broker.ClusterView;
import io.millwright.broker.cluster.Node;
import io.millwright.portal.api.Links;
import io.millwright.portal.api.Operators;
import io.millwright.tenancy.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Operations")
class ClusterController {

    private final ClusterView clusters;

    ClusterController(ClusterView clusters) {
        this.clusters = clusters;
    }

    @GetMapping("/api/v1/cluster")
    @Operation(
            summary = "The cluster, its nodes and its queue over all tenants",
            description = "For operators; audited.")
    Cluster cluster(@Operators Caller operator) {
        var seen = clusters.see(operator);
        return new Cluster(
                seen.backend(),
                seen.available(),
                seen.trouble(),
                seen.nodes(),
                seen.reportedAt(),
                seen.queues().stream().map(Queue::of).toList(),
                seen.running().stream().map(Running::of).toList(),
                Links.at(Links.ROOT + "/cluster").map());
    }

    record Cluster(
            String backend,
            boolean available,
            String trouble,
            List<Node> nodes,
            @Nullable Instant reportedAt,
            List<Queue> queues,
            List<Running> running,
            Map<String, String> links) {}

    /** A tenant's part of the queue; {@code share} is its dominant share of the cluster, 0 to 1. */
    record Queue(
            String tenant,
            int waiting,
            int running,
            double share,
            @Nullable Instant oldest) {
        static Queue of(ClusterView.TenantQueue queue) {
            return new Queue(queue.tenant().value(), queue.waiting(), queue.running(), queue.share(), queue.oldest());
        }
    }

    record Running(
            String tenant,
            String job,
            int attempt,
            String projectName,
            String state,
            String node,
            int cpus,
            int gpus,
            long memory,
            Instant since,
            double progress) {
        static Running of(ClusterView.Running running) {
            return new Running(
                    running.tenant().value(),
                    running.job().toString(),
                    running.attempt(),
                    running.projectName(),
                    running.state().name(),
                    running.node(),
                    running.cpus(),
                    running.gpus(),
                    running.memoryBytes(),
                    running.since(),
                    running.progress());
        }
    }
}
