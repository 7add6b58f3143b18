package io.millwright.broker.ray;

import io.millwright.broker.cluster.ClusterBackend;
import io.millwright.broker.cluster.ClusterBackendFactory;
import io.millwright.broker.cluster.ClusterException;
import io.ray.api.Ray;
import java.io.IOException;
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
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Called by {@link java.util.ServiceLoader}. */
    public RayBackendFactory() {}

    @Override
    public String name() {
        return RayBackend.NAME;
    }

    @Override
    public ClusterBackend create(Map<String, String> settings) throws ClusterException {
        var known = RaySettings.of(settings);
        var reach = new Reach(known.address());
        reach.require();
        var thread = new RayThread(RayBackendFactory.class.getClassLoader(), reach, GRACE);
        try {
            configure(known);
        } catch (IOException unreadable) {
            throw new ClusterException("The ray backend cannot be configured: " + unreadable, unreadable);
        }
        return thread.call(CONNECT, () -> {
            Ray.init();
            UnpackedLibrary.remove();
            var context = Ray.getRuntimeContext();
            return new RayBackend(thread, context.getNamespace(), context.getCurrentNodeId(), settings);
        });
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
