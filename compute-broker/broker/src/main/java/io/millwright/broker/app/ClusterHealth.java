package io.millwright.broker.app;

import io.millwright.broker.scheduler.ClusterWatch;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Says how the cluster is. A broker without a cluster is up: it keeps the queue and says why jobs wait, and restarting it
 * would not help.
 */
final class ClusterHealth implements HealthIndicator {

    private final ClusterWatch watch;
    private final String backend;

    ClusterHealth(ClusterWatch watch, String backend) {
        this.watch = watch;
        this.backend = backend;
    }

    @Override
    public Health health() {
        var seen = watch.snapshot();
        return Health.up()
                .withDetail("backend", backend)
                .withDetail("available", seen.available())
                .withDetail("trouble", seen.trouble())
                .withDetail("nodes", seen.nodes().size())
                .build();
    }
}
