package io.millwright.broker.cluster;

import org.jspecify.annotations.Nullable;

/** A cluster could not do what was asked. */
public final class ClusterException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean lost;

    public ClusterException(String message) {
        this(message, null, false);
    }

    public ClusterException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private ClusterException(String message, @Nullable Throwable cause, boolean lost) {
        super(message, cause);
        this.lost = lost;
    }

    /**
     * The cluster is there, but this process will never reach it again; a new one would. Thrown by backends whose native
     * libraries cannot be loaded anew.
     */
    public static ClusterException lost(String message) {
        return new ClusterException(message, null, true);
    }

    /** Whether only a new process can reach the cluster. */
    public boolean isLost() {
        return lost;
    }
}
