package io.millwright.broker.ray;

import io.millwright.broker.agent.AgentActor;
import io.millwright.broker.cluster.BackendJars;
import io.millwright.broker.cluster.ClusterBackend;
import io.millwright.broker.cluster.ClusterBackendFactory;
import io.millwright.broker.cluster.ClusterException;
import io.millwright.broker.cluster.test.ClusterBackendContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on a real Ray; skipped where there is none. */
class RayBackendTest extends ClusterBackendContract {

    private static RayTestCluster ray;
    private static Path code;
    private static ClusterBackendFactory factory;

    @BeforeAll
    static void start() throws Exception {
        ray = RayTestCluster.start(2, 2L << 30);
        code = ray.code(AgentActor.class);
        factory = BackendJars.load(
                "ray",
                List.of(RayTestCluster.classPathEntry(RayBackend.class), code.resolve("AgentActor.jar"), ray.jar()));
    }

    @AfterAll
    static void stop() throws IOException {
        if (ray != null) {
            ray.close();
        }
    }

    @Override
    protected ClusterBackend connect() throws ClusterException {
        var folder = ray.folder().resolve("node");
        return factory.create(Map.ofEntries(
                Map.entry("ray.address", ray.address()),
                Map.entry("ray.token-file", ray.tokenFile().toString()),
                Map.entry("ray.code-path", code.toString()),
                Map.entry("ray.namespace", "millwright-test"),
                Map.entry("logs", folder.resolve("logs").toString()),
                Map.entry("cache", folder.resolve("cache").toString()),
                Map.entry("work", folder.resolve("work").toString()),
                Map.entry("agent.classpath", code.resolve("AgentActor.jar").toString()),
                Map.entry("runner.classpath", code.resolve("AgentActor.jar").toString()),
                Map.entry("java.home", System.getProperty("java.home")),
                Map.entry("sandbox", "preferred")));
    }
}
