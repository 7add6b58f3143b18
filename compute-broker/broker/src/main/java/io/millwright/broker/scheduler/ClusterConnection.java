package io.millwright.broker.scheduler;

import io.millwright.broker.cluster.ClusterBackend;
import io.millwright.broker.cluster.ClusterException;
import org.jspecify.annotations.Nullable;

/**
 * This process's way to the cluster. Connects when it is first needed and again after it was dropped; whoever finds the
 * cluster gone gets a {@link ClusterException} and may come back later.
 */
public final class ClusterConnection implements AutoCloseable {

    /** Makes a backend that is connected. */
    @FunctionalInterface
    public interface Connector {
        ClusterBackend connect() throws ClusterException;
    }

    private final String name;
    private final Connector connector;
    private @Nullable ClusterBackend backend;

    /** @param name of the backends that the connector makes */
    public ClusterConnection(String name, Connector connector) {
        this.name = name;
        this.connector = connector;
    }

    public String name() {
        return name;
    }

    /** The backend, connected. */
    public synchronized ClusterBackend backend() throws ClusterException {
        var connected = backend;
        if (connected == null) {
            connected = connector.connect();
            backend = connected;
        }
        return connected;
    }

    @Override
    public synchronized void close() {
        if (backend != null) {
            backend.close();
            backend = null;
        }
    }
}
