package io.millwright.broker.app;

import static io.millwright.broker.test.World.RED;
import static io.millwright.broker.test.World.engineer;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millwright.broker.JobKind;
import io.millwright.broker.JobRequest;
import io.millwright.broker.JobResources;
import io.millwright.broker.JobState;
import io.millwright.broker.agent.AgentActor;
import io.millwright.broker.cluster.ClusterBackend;
import io.millwright.broker.ray.RayBackendFactory;
import io.millwright.broker.ray.RayTestCluster;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

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
        ray = RayTestCluster.start(2, 2L << 30, "--num-gpus=2");
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
    void killAgent(UUID job) {
        ray.workers().forEach(ProcessHandle::destroyForcibly);
    }

    /** The numbers are Ray's; there need be no GPU behind them. */
    @Test
    void a_template_sees_the_gpu_that_ray_has_granted() {
        var like = request(JobKind.TRAIN, data(), null, Map.of("devices", "1"));
        var id = world.jobs()
                .submit(
                        engineer(RED),
                        new JobRequest(
                                like.project(),
                                like.projectName(),
                                like.kind(),
                                like.template(),
                                like.engines(),
                                like.dataset(),
                                like.model(),
                                like.options(),
                                like.seed(),
                                new JobResources(1, 1, 384L << 20, Duration.ofMinutes(5)),
                                like.priority(),
                                null))
                .id();
        var job = awaitEnd(id);
        assertThat(job.state()).as(job.reason() + broker.log()).isEqualTo(JobState.SUCCEEDED);
        assertThat(lines(id)).containsAnyOf("sees GPU \"0\"", "sees GPU \"1\"");
    }

    /** Whoever supervises the broker restarts it when Ray's native core takes it along; this test does the same. */
    @Test
    void while_ray_is_away_jobs_wait_and_say_so_and_go_on_when_it_is_back() throws Exception {
        var running = submit();
        ray.kill();
        var waiting = world.jobs()
                .submit(engineer(RED), request(JobKind.SAMPLE, null, null))
                .id();
        await().atMost(Duration.ofMinutes(4)).until(() -> {
            if (!broker.isAlive()) {
                System.out.println("RayJobsTest: the broker ended with Ray and is started again");
                broker.restart();
            }
            var job = get(waiting);
            return job.waiting() != null && job.waiting().reason().startsWith("Waits for the cluster: ");
        });
        System.out.println(
                "RayJobsTest: " + requireNonNull(get(waiting).waiting()).reason());
        ray.startAgain();
        await().atMost(Duration.ofMinutes(4)).until(() -> {
            if (!broker.isAlive()) {
                broker.restart();
            }
            return get(running).state().isFinal() && get(waiting).state().isFinal();
        });
        assertThat(get(running).state()).as(get(running).reason()).isEqualTo(JobState.SUCCEEDED);
        assertThat(get(running).attempts()).hasSizeGreaterThan(1);
        assertThat(get(waiting).state()).isEqualTo(JobState.SUCCEEDED);
    }
}
