package io.millwright.broker.cluster;

import java.util.Map;

/**
 * Makes a backend. Each backend's jar names one for {@link java.util.ServiceLoader}; the broker calls it once per process
 * and again after the cluster was lost.
 *
 * <p>Settings that every backend knows: {@code cache}, {@code work}, {@code agent.classpath}, {@code runner.classpath},
 * {@code java.home}, {@code sandbox} (what an agent is told of its node) and {@code logs} (a folder). The others are each
 * backend's own.
 */
public interface ClusterBackendFactory {

    /** The name of the backends it makes. */
    String name();

    /**
     * Connects to the cluster.
     *
     * @param settings by name
     * @throws ClusterException when the cluster cannot be reached; it may be tried again
     * @throws IllegalArgumentException when a setting is missing or malformed
     */
    ClusterBackend create(Map<String, String> settings) throws ClusterException;
}
