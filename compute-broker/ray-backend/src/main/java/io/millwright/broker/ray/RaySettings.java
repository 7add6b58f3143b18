package io.millwright.broker.ray;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the backend is told of its cluster.
 *
 * @param address host and port of the control store
 * @param tokenFile the cluster's token
 * @param codePath the folder with the agent's jar, readable on every node
 * @param namespace this installation's agents
 * @param logs folder of the driver's logs
 */
record RaySettings(String address, Path tokenFile, Path codePath, String namespace, Path logs) {

    static RaySettings of(Map<String, String> settings) {
        return new RaySettings(
                text(settings, "ray.address"),
                Path.of(text(settings, "ray.token-file")),
                Path.of(text(settings, "ray.code-path")),
                text(settings, "ray.namespace"),
                Path.of(text(settings, "logs")));
    }

    boolean isLoopback() {
        return address.startsWith("127.") || address.startsWith("localhost:");
    }

    private static String text(Map<String, String> settings, String name) {
        var value = settings.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the ray backend needs the setting \"" + name + "\"");
        }
        return value;
    }
}
