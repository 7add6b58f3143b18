package io.millwright.broker.app;

import static io.millwright.broker.test.World.RED;
import static io.millwright.broker.test.World.engineer;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millwright.broker.Job;
import io.millwright.broker.JobEvent;
import io.millwright.broker.JobKind;
import io.millwright.broker.JobPriority;
import io.millwright.broker.JobRequest;
import io.millwright.broker.JobResources;
import io.millwright.broker.JobState;
import io.millwright.broker.TemplateRef;
import io.millwright.broker.VersionRef;
import io.millwright.broker.agent.AgentActor;
import io.millwright.broker.ray.RayTestCluster;
import io.millwright.broker.runner.RunnerMain;
import io.millwright.broker.test.StepwiseTemplate;
import io.millwright.broker.test.World;
import io.millwright.governance.datasets.DatasetId;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.Datasets;
import io.millwright.plugins.api.Template;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.TenantId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.core.ConditionEvaluationListener;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.EvaluatedCondition;
import org.awaitility.core.TimeoutEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.util.FileSystemUtils;

/** A world with a real broker, agents and template processes, and what tests ask of it. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class RealJobs {

    static final Duration PATIENCE = Duration.ofSeconds(180);

    World world;
    BrokerProcess broker;
    TemplateRef template;
    private Path home;

    /** What the broker is told of its cluster. */
    abstract Map<String, String> cluster() throws Exception;

    /** Kills the process of the agent that carries a job. */
    abstract void killAgent(UUID job);

    @BeforeAll
    void begin() throws Exception {
        world = new World();
        var zip = archive();
        template = new TemplateRef(
                "stepwise",
                "1.0.0",
                world.portal(ObjectStore.class)
                        .put(TenantId.PLATFORM, new ByteArrayInputStream(zip))
                        .digest());
        home = Files.createTempDirectory("millwright");
        broker = new BrokerProcess(world, home, cluster());
    }

    @AfterAll
    void end() {
        if (broker != null) {
            broker.close();
            FileSystemUtils.deleteRecursively(home.toFile());
        }
        if (world != null) {
            world.close();
        }
    }

    static Map<String, String> classPaths() {
        return Map.of(
                "millwright.broker.agent.classpath",
                RayTestCluster.classPathEntry(AgentActor.class).toString(),
                "millwright.broker.runner.classpath",
                Stream.of(RunnerMain.class, Template.class, org.jspecify.annotations.NullMarked.class)
                        .map(type -> RayTestCluster.classPathEntry(type).toString())
                        .collect(Collectors.joining(File.pathSeparator)));
    }

    final DatasetVersion dataset(Job job) {
        var made = requireNonNull(requireNonNull(job.result()).dataset());
        return world.portal(Datasets.class).version(engineer(RED), new DatasetId(made.id()), made.version());
    }

    final VersionRef data() {
        var version = world.portal(Datasets.class)
                .upload(
                        engineer(RED),
                        "Data " + UUID.randomUUID(),
                        "data.csv",
                        new ByteArrayInputStream("a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8)))
                .version();
        return new VersionRef(version.dataset().value(), version.number());
    }

    final JobRequest request(JobKind kind, @Nullable VersionRef dataset, @Nullable VersionRef model) {
        return request(kind, dataset, model, Map.of());
    }

    final JobRequest request(
            JobKind kind, @Nullable VersionRef dataset, @Nullable VersionRef model, Map<String, String> options) {
        return new JobRequest(
                new UUID(1, 1),
                "Steps",
                kind,
                template,
                List.of(),
                dataset,
                model,
                options,
                1,
                new JobResources(1, 0, 512L << 20, Duration.ofMinutes(5)),
                JobPriority.NORMAL,
                null);
    }

    final UUID submit() {
        long begin = System.nanoTime();
        var id = world.jobs()
                .submit(engineer(RED), request(JobKind.SAMPLE, null, null))
                .id();
        // The first of all waits for the broker to start.
        awaitStep(id, 1);
        System.out.println(getClass().getSimpleName() + ": first line of the template "
                + (System.nanoTime() - begin) / 1_000_000 + " ms after submit");
        return id;
    }

    final void awaitStep(UUID id, int step) {
        patiently(id).pollInterval(Duration.ofMillis(20)).until(() -> {
            var job = get(id);
            assertThat(job.state()).as(job.reason()).isNotIn(JobState.FAILED);
            return steps(id).contains(step);
        });
    }

    final Job awaitEnd(UUID id) {
        patiently(id).until(() -> get(id).state().isFinal());
        return get(id);
    }

    /** Says what is known when patience ends. */
    final ConditionFactory patiently(UUID id) {
        return await().atMost(PATIENCE).conditionEvaluationListener(new ConditionEvaluationListener<Object>() {
            @Override
            public void conditionEvaluated(EvaluatedCondition<Object> condition) {}

            @Override
            public void onTimeout(TimeoutEvent event) {
                System.out.println(get(id) + "\n" + broker.log());
            }
        });
    }

    final Job get(UUID id) {
        return world.jobs().get(engineer(RED), id);
    }

    final List<String> lines(UUID id) {
        return world.jobs().logs(engineer(RED), id, 0, 1000).stream()
                .filter(JobEvent.LogLine.class::isInstance)
                .map(event -> ((JobEvent.LogLine) event).text())
                .toList();
    }

    final List<Integer> steps(UUID id) {
        return lines(id).stream()
                .filter(text -> text.startsWith("step "))
                .map(text -> Integer.parseInt(text.substring(5)))
                .toList();
    }

    private static byte[] archive() {
        var bytes = new ByteArrayOutputStream();
        var file = StepwiseTemplate.class.getName().replace('.', '/') + ".class";
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("classes/META-INF/services/" + Template.class.getName()));
            zip.write(StepwiseTemplate.class.getName().getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("classes/" + file));
            zip.write(Files.readAllBytes(
                    RayTestCluster.classPathEntry(StepwiseTemplate.class).resolve(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return bytes.toByteArray();
    }
}
