package io.millwright.broker.scheduler;

/** What the process does when it can never reach its cluster again, see {@code ClusterException.isLost()}. */
@FunctionalInterface
public interface LostCluster {

    void lost(String why);
}
