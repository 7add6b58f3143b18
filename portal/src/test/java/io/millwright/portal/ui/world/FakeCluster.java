package io.millwright.portal.ui.world;

import io.millwright.broker.ClusterView;
import io.millwright.broker.JobState;
import io.millwright.broker.cluster.Node;
import io.millwright.tenancy.Caller;
import java.time.Instant;
import java.util.List;

/** A cluster of one node. */
final class FakeCluster implements ClusterView {

    private final World world;

    FakeCluster(World world) {
        this.world = world;
    }

    @Override
    public Cluster see(Caller operator) {
        var active = world.jobs.stream().filter(job -> job.state().isActive()).toList();
        var waiting = world.jobs.stream()
                .filter(job -> job.state() == JobState.QUEUED)
                .toList();
        return new Cluster(
                "ray",
                true,
                "",
                List.<Node>of(),
                Instant.now(),
                List.of(new TenantQueue(World.ACME, waiting.size(), active.size(), .5, Instant.now())),
                active.stream()
                        .map(job -> new Running(
                                job.tenant(),
                                job.id(),
                                1,
                                job.projectName(),
                                job.state(),
                                "127.0.0.1",
                                2,
                                0,
                                2L << 30,
                                job.submittedAt(),
                                job.progress()))
                        .toList());
    }

    @Override
    public Capacity capacity() {
        return new Capacity(4, world.gpus, 16L << 30);
    }
}
