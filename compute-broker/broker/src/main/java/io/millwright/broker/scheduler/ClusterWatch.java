package io.millwright.broker.scheduler;

import io.millwright.broker.cluster.AgentStatus;
import io.millwright.broker.cluster.ClusterBackend;
import io.millwright.broker.cluster.ClusterException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks at the cluster on a thread of its own, because a cluster may be slow or gone: keeps the snapshot that claims use,
 * reports it for operators, and compares the cluster's agents with the attempts in the database.
 */
public final class ClusterWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterWatch.class);

    private final ClusterConnection cluster;
    private final Reconciliation reconciliation;
    private final ClusterReports reports;
    private final LostCluster lost;
    private final Timing timing;
    private final Loop loop;
    private volatile ClusterSnapshot snapshot = ClusterSnapshot.troubled("the broker is connecting to it.");
    private volatile Runnable changed = () -> {};

    ClusterWatch(
            ClusterConnection cluster,
            Reconciliation reconciliation,
            ClusterReports reports,
            LostCluster lost,
            Timing timing) {
        this.cluster = cluster;
        this.reconciliation = reconciliation;
        this.reports = reports;
        this.lost = lost;
        this.timing = timing;
        this.loop = new Loop("cluster-watch", timing.busy(), this::turn);
    }

    /** The cluster as it was last seen. */
    public ClusterSnapshot snapshot() {
        return snapshot;
    }

    /** Tells someone when the cluster is seen otherwise than before. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    /** There may be something new to see. */
    void look() {
        loop.call();
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    private Duration turn() {
        var agents = ask();
        reports.write(cluster.name(), snapshot);
        boolean quiet = reconciliation.turn(agents) == 0 && snapshot.available();
        return quiet ? timing.idle() : timing.busy();
    }

    private Optional<List<AgentStatus>> ask() {
        try {
            ClusterBackend backend = cluster.backend();
            var seen = new ClusterSnapshot(true, "", backend.nodes());
            var agents = backend.agents();
            become(seen.nodes().isEmpty() ? ClusterSnapshot.troubled("it has no node that takes jobs.") : seen);
            return Optional.of(agents);
        } catch (ClusterException away) {
            become(ClusterSnapshot.troubled(String.valueOf(away.getMessage())));
            if (away.isLost()) {
                lost.lost(String.valueOf(away.getMessage()));
            }
            return Optional.empty();
        } catch (RuntimeException away) {
            become(ClusterSnapshot.troubled(String.valueOf(away.getMessage())));
            return Optional.empty();
        }
    }

    private void become(ClusterSnapshot seen) {
        var before = snapshot;
        snapshot = seen;
        if (before.available() != seen.available()) {
            LOG.atInfo()
                    .addKeyValue("backend", cluster.name())
                    .addKeyValue("available", seen.available())
                    .addKeyValue("trouble", seen.trouble())
                    .log("The cluster has changed");
        }
        if (!before.equals(seen)) {
            changed.run();
        }
    }
}
