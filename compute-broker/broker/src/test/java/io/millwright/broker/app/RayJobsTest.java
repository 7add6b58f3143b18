package io.millwright.broker.app;

import io.millwright.broker.agent.AgentActor;
import io.millwright.broker.cluster.ClusterBackend;
import io.millwright.broker.ray.RayBackendFactory;
import io.millwright.broker.ray.RayTestCluster;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

class RayJobsTest extends RealJobsContract {

    private static RayTestCluster ray;

    @AfterAll
    static void stopRay() throws IOException {
        if (ray != null) {
            ray.close();
        }
    }

    @Override
    Map<String, String> cluster() throws Exception {
        ray = RayTestCluster.start(2, 2L << 30);
        var code = ray.code(AgentActor.class, RayBackendFactory.class, ClusterBackend.class);
        var settings = new HashMap<>(classPaths());
        settings.put("millwright.broker.backend", "ray");
        settings.put("millwright.broker.ray.address", ray.address());
        settings.put("millwright.broker.ray.token-file", ray.tokenFile().toString());
        settings.put("millwright.broker.ray.jar", ray.jar().toString());
        settings.put("millwright.broker.ray.code-path", code.toString());
        return settings;
    }

    @Override
    void killAgent() {
        ray.workers().forEach(ProcessHandle::destroyForcibly);
    }
}
