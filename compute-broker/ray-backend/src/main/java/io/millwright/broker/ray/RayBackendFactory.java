package io.millwright.broker.ray;

import io.millwright.broker.cluster.ClusterBackend;
import io.millwright.broker.cluster.ClusterBackendFactory;
import io.millwright.broker.cluster.ClusterException;
import io.ray.api.Ray;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Connects to a Ray cluster. Settings of its own: {@code ray.address}, {@code ray.token-file}, {@code ray.code-path},
 * {@code ray.namespace}.
 */
public final class RayBackendFactory implements ClusterBackendFactory {

    private static final Duration CONNECT = Duration.ofSeconds(30);
    private static final int REACH_MILLIS = 2_000;

    /** Called by {@link java.util.ServiceLoader}. */
    public RayBackendFactory() {}

    @Override
    public String name() {
        return RayBackend.NAME;
    }

    @Override
    public ClusterBackend create(Map<String, String> settings) throws ClusterException {
        var known = RaySettings.of(settings);
        requireReachable(known.address());
        var thread = new RayThread(RayBackendFactory.class.getClassLoader());
        try {
            configure(known);
        } catch (IOException unreadable) {
            throw new ClusterException("The ray backend cannot be configured: " + unreadable, unreadable);
        }
        var namespace = thread.call(CONNECT, () -> {
            Ray.init();
            return Ray.getRuntimeContext().getNamespace();
        });
        return new RayBackend(thread, namespace, settings);
    }

    /** Asked first, because Ray's native core ends the whole process when it finds nobody there. */
    private static void requireReachable(String address) throws ClusterException {
        int colon = address.lastIndexOf(':');
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                    REACH_MILLIS);
        } catch (IOException away) {
            throw new ClusterException("nothing answers at %s, where Ray should be.".formatted(address), away);
        }
    }

    /** Ray reads the properties and the environment of the process; there is no other way to tell it. */
    private static void configure(RaySettings settings) throws IOException {
        if (!Files.isReadable(settings.tokenFile())) {
            throw new IOException("the token file %s cannot be read".formatted(settings.tokenFile()));
        }
        Environment.set("RAY_AUTH_MODE", "token");
        Environment.set("RAY_AUTH_TOKEN_PATH", settings.tokenFile().toString());
        System.setProperty("ray.address", settings.address());
        System.setProperty("ray.job.namespace", settings.namespace());
        System.setProperty("ray.job.code-search-path", codePath(settings.codePath()));
        System.setProperty(
                "ray.logging.dir", Files.createDirectories(settings.logs()).toString());
        System.setProperty("ray.logging.level", "WARN");
        if (settings.isLoopback()) {
            System.setProperty("ray.node-ip", "127.0.0.1");
        }
    }

    private static String codePath(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(":"));
        }
    }
}
