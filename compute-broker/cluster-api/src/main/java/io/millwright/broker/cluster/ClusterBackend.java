package io.millwright.broker.cluster;

import java.util.List;

/**
 * A cluster that can run job agents. One instance per broker process; called from any thread; calls may block for seconds.
 *
 * <p>An attempt is known to the cluster by its {@link AttemptName} alone, so that a broker that was restarted finds what
 * its predecessor had placed. What an agent does is none of the backend's business: agents report to the job gateway.
 */
public interface ClusterBackend extends AutoCloseable {

    /** The name people and configuration know it by: {@code ray}, {@code local}. */
    String name();

    /**
     * Starts one agent with its resources and returns once the cluster has accepted it, which may be before it runs.
     * Placing a name again that is already there does nothing.
     *
     * @throws ClusterException when the cluster cannot take it
     */
    void place(AgentPlacement placement) throws ClusterException;

    /**
     * What the cluster knows of its agents, those of earlier brokers included. An attempt that is not listed is gone.
     *
     * @throws ClusterException when the cluster cannot be asked; then nothing is known to be gone
     */
    List<AgentStatus> agents() throws ClusterException;

    /** Ends an agent and all it started, at once; does nothing when it is gone already. */
    void stop(AttemptName attempt) throws ClusterException;

    /** The nodes that can take agents. */
    List<Node> nodes() throws ClusterException;

    @Override
    void close();
}
