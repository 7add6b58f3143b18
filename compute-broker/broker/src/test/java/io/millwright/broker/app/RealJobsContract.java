package io.millwright.broker.app;

import static io.millwright.broker.test.World.RED;
import static io.millwright.broker.test.World.engineer;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millwright.broker.Job;
import io.millwright.broker.JobAttempt.Outcome;
import io.millwright.broker.JobEvent;
import io.millwright.broker.JobKind;
import io.millwright.broker.JobPriority;
import io.millwright.broker.JobRequest;
import io.millwright.broker.JobResources;
import io.millwright.broker.JobState;
import io.millwright.broker.JobTrial;
import io.millwright.broker.TemplateRef;
import io.millwright.broker.VersionRef;
import io.millwright.broker.agent.AgentActor;
import io.millwright.broker.ray.RayTestCluster;
import io.millwright.broker.runner.RunnerMain;
import io.millwright.broker.test.Load;
import io.millwright.broker.test.StepwiseTemplate;
import io.millwright.broker.test.World;
import io.millwright.governance.datasets.DatasetId;
import io.millwright.governance.datasets.DatasetKind;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.datasets.Lineage;
import io.millwright.governance.models.Models;
import io.millwright.plugins.api.Template;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.TenantId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.util.FileSystemUtils;

/** Real brokers, agents and template processes; what is in the way is killed. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class RealJobsContract {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    World world;
    BrokerProcess broker;
    private TemplateRef template;
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

    @Test
    void a_job_runs_from_submit_to_result_though_the_broker_is_killed_in_the_middle() throws Exception {
        var id = submit();
        awaitStep(id, 5);
        broker.kill();
        broker.restart();
        var job = awaitEnd(id);
        assertThat(job.state()).as(job.reason() + broker.log()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.attempts()).hasSize(1);
        assertThat(dataset(job).rows()).isEqualTo(30);
        assertThat(steps(id))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 30).boxed().toList());
        assertThat(world.jobs().metrics(engineer(RED), id)).hasSize(30);
        assertThat(job.attempts().getFirst().node()).isNotEmpty();
        assertThat(job.attempts().getFirst().sandbox()).isNotEmpty();
    }

    @Test
    void a_job_whose_agent_is_killed_is_done_by_another() throws Exception {
        var id = submit();
        awaitStep(id, 3);
        killAgent(id);
        var job = awaitEnd(id);
        assertThat(job.state()).as(job.reason() + broker.log()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.attempts())
                .extracting(attempt -> attempt.outcome())
                .containsExactly(Outcome.LOST, Outcome.SUCCEEDED);
    }

    @Test
    void a_training_whose_agent_is_killed_goes_on_from_its_checkpoint() throws Exception {
        var id = world.jobs()
                .submit(engineer(RED), request(JobKind.TRAIN, data(), null, Map.of("steps", "30")))
                .id();
        awaitStep(id, 12);
        killAgent(id);
        var job = awaitEnd(id);
        assertThat(job.state()).as(job.reason() + broker.log()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.attempts())
                .extracting(attempt -> attempt.outcome())
                .containsExactly(Outcome.LOST, Outcome.SUCCEEDED);
        var steps = steps(id);
        assertThat(steps).as("each step, few of them twice").contains(1, 15, 30).hasSizeBetween(30, 38);
        assertThat(steps.stream().filter(step -> step == 1)).as("it began once").hasSize(1);
    }

    @Test
    void a_sample_of_images_is_a_set_that_a_training_looks_at() {
        var sample = awaitEnd(world.jobs()
                .submit(engineer(RED), request(JobKind.SAMPLE, null, null, Map.of("images", "3")))
                .id());
        assertThat(sample.state()).as(sample.reason() + broker.log()).isEqualTo(JobState.SUCCEEDED);
        assertThat(dataset(sample).kind()).isEqualTo(DatasetKind.IMAGES);
        assertThat(dataset(sample).rows()).isEqualTo(3);

        var training = awaitEnd(world.jobs()
                .submit(
                        engineer(RED),
                        request(JobKind.TRAIN, requireNonNull(sample.result()).dataset(), null, Map.of("look", "1")))
                .id());
        assertThat(training.state()).as(training.reason() + broker.log()).isEqualTo(JobState.SUCCEEDED);
        assertThat(lines(training.id())).contains("image 0 is 1 wide", "image 1 is 2 wide", "image 2 is 3 wide");
    }

    @Test
    void a_training_starts_from_weights() {
        var header =
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}".getBytes(StandardCharsets.UTF_8);
        var file = ByteBuffer.allocate(8 + header.length + 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .putFloat(1)
                .array();
        var weights = world.portal(Datasets.class)
                .upload(engineer(RED), "Weights", "weights.safetensors", new ByteArrayInputStream(file))
                .version();
        var like = request(JobKind.TRAIN, data(), null);
        var job = awaitEnd(world.jobs()
                .submit(
                        engineer(RED),
                        new JobRequest(
                                like.project(),
                                like.projectName(),
                                like.kind(),
                                like.template(),
                                like.engines(),
                                like.dataset(),
                                null,
                                new VersionRef(weights.dataset().value(), weights.number()),
                                like.options(),
                                like.seed(),
                                like.resources(),
                                like.priority(),
                                null))
                .id());
        assertThat(job.state()).as(job.reason() + broker.log()).isEqualTo(JobState.SUCCEEDED);
        assertThat(lines(job.id())).contains("starts from %d bytes of weights.safetensors".formatted(file.length));
        var made = requireNonNull(requireNonNull(job.result()).model());
        assertThat(world.portal(Models.class)
                        .version(engineer(RED), made.id(), made.version())
                        .environment())
                .containsEntry("weights", "Weights version 1");
        assertThat(requireNonNull(job.weights()).id())
                .isEqualTo(weights.dataset().value());
    }

    @Test
    void a_training_on_one_core_has_its_trials_tried_one_after_the_other() {
        var id = search(1, Map.of("trials", "4", "bad", "3"));
        var job = awaitEnd(id);
        assertThat(job.state()).as(job.reason() + broker.log()).isEqualTo(JobState.SUCCEEDED);
        assertThat(trials(id))
                .extracting(JobTrial::state)
                .containsExactly(JobTrial.State.DONE, JobTrial.State.DONE, JobTrial.State.LOST, JobTrial.State.DONE);
        assertThat(trials(id).get(1)).satisfies(trial -> {
            assertThat(trial.parameters()).isEqualTo(Map.of("depth", "2\t%"));
            assertThat(trial.objective()).isEqualTo(.5);
            assertThat(trial.figures()).isEqualTo(Map.of("rows", 2.0));
            assertThat(trial.seconds()).isPositive();
            assertThat(trial.node()).isNotEmpty();
        });
        var took = Duration.between(
                trials(id).getFirst().askedAt(),
                requireNonNull(trials(id).getLast().endedAt()));
        System.out.println(getClass().getSimpleName() + ": four trials of .3 s in " + took.toMillis() + " ms");
        assertThat(lines(id))
                .contains(
                        "Trial 4: tries 4\t%",
                        "result 2 DONE 0.5 {rows=2.0} ", "result 3 LOST NaN {} This depth is too deep.");
        assertThat(job.attempts()).as("the job's own").hasSize(1);
    }

    @Test
    void a_training_on_two_cores_has_two_trials_tried_at_a_time() {
        var id = search(2, Map.of("trials", "4", "trialMillis", "4000"));
        patiently(id)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> trials(id).stream()
                                .filter(trial -> trial.state() == JobTrial.State.RUNNING && trial.seconds() > 0)
                                .count()
                        == 2);
        var job = awaitEnd(id);
        assertThat(job.state()).as(job.reason() + broker.log()).isEqualTo(JobState.SUCCEEDED);
        assertThat(trials(id)).allSatisfy(trial -> assertThat(trial.state()).isEqualTo(JobTrial.State.DONE));
    }

    @Test
    void a_training_that_is_killed_while_it_searches_keeps_what_was_tried() throws Exception {
        var id = search(1, Map.of("trials", "4", "trialMillis", "1000"));
        patiently(id)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> trials(id).stream()
                                .filter(trial -> trial.state() == JobTrial.State.DONE)
                                .count()
                        == 2);
        killAgent(id);
        var job = awaitEnd(id);
        assertThat(job.state()).as(job.reason() + broker.log()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.attempts()).hasSize(2);
        assertThat(lines(id)).filteredOn(line -> line.startsWith("Trial 1:")).hasSize(1);
        assertThat(lines(id)).filteredOn(line -> line.startsWith("Trial 2:")).hasSize(1);
        assertThat(lines(id))
                .filteredOn(line -> line.startsWith("result 1 DONE"))
                .hasSizeBetween(1, 2);
        assertThat(lines(id)).contains("result 4 DONE 0.25 {rows=2.0} ");
    }

    @Test
    void cancelling_a_training_ends_its_trials_at_once() {
        var id = search(2, Map.of("trials", "4", "trialMillis", "60000"));
        patiently(id).pollInterval(Duration.ofMillis(20)).until(() -> lines(id).stream()
                .anyMatch(line -> line.startsWith("Trial 1:")));
        world.jobs().cancel(engineer(RED), id, "");
        var job = awaitEnd(id);
        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
        assertThat(trials(id)).allSatisfy(trial -> {
            assertThat(trial.state()).isEqualTo(JobTrial.State.LOST);
            assertThat(trial.reason()).isEqualTo("The job ended before it.");
        });
        await().atMost(PATIENCE)
                .until(() -> ProcessHandle.allProcesses().noneMatch(process -> process.info().arguments().stream()
                        .flatMap(Stream::of)
                        .anyMatch(argument -> argument.contains(id.toString()))));
    }

    final UUID search(int cpus, Map<String, String> options) {
        var like = request(JobKind.TRAIN, data(), null, options);
        return world.jobs()
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
                                new JobResources(cpus, 0, 384L << 20, Duration.ofMinutes(5)),
                                like.priority(),
                                null))
                .id();
    }

    final List<JobTrial> trials(UUID id) {
        return world.jobs().trials(engineer(RED), id);
    }

    @Test
    void a_running_job_is_cancelled_at_once_and_leaves_no_process() throws Exception {
        var id = submit();
        awaitStep(id, 3);
        long begin = System.nanoTime();
        world.jobs().cancel(engineer(RED), id, "");
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> get(id).state() == JobState.CANCELLED);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.println(getClass().getSimpleName() + ": cancelled after " + took.toMillis() + " ms");
        assertThat(took).isLessThan(Load.bound(Duration.ofSeconds(2)));
        await().atMost(PATIENCE)
                .until(() -> ProcessHandle.allProcesses().noneMatch(process -> process.info().arguments().stream()
                        .flatMap(Stream::of)
                        .anyMatch(argument -> argument.contains(id.toString()))));
    }

    @Test
    void a_sample_is_learnt_from_and_scored() {
        var sample = awaitEnd(submit());
        var data = requireNonNull(sample.result()).dataset();
        assertThat(dataset(sample).lineage().kind()).isEqualTo(Lineage.Kind.SAMPLE);

        var training = awaitEnd(world.jobs()
                .submit(engineer(RED), request(JobKind.TRAIN, data, null))
                .id());
        assertThat(training.state()).as(training.reason() + broker.log()).isEqualTo(JobState.SUCCEEDED);
        var model = requireNonNull(training.result()).model();
        var version = world.portal(Models.class).version(engineer(RED), model.id(), model.version());
        assertThat(version.metrics()).containsEntry("rows", 30.0);
        assertThat(version.job()).isEqualTo(training.id());
        assertThat(version.template().digest()).isEqualTo(template.digest());
        assertThat(version.environment()).containsKeys("backend", "cpus");
        assertThat(version.createdBy()).isEqualTo("red-engineer");

        var inspection = awaitEnd(world.jobs()
                .submit(engineer(RED), request(JobKind.INSPECT, data, null))
                .id());
        assertThat(inspection.state()).as(inspection.reason() + broker.log()).isEqualTo(JobState.SUCCEEDED);
        System.out.println(getClass().getSimpleName() + ": understood "
                + Duration.between(inspection.submittedAt(), requireNonNull(inspection.finishedAt()))
                        .toMillis()
                + " ms after submit");
        assertThat(world.jobs().understanding(engineer(RED), inspection.id()))
                .hasValue("{\"task\":\"Count 30 rows\",\"facts\":{\"Rows\":\"30\"},\"notes\":[],\"options\":{},"
                        + "\"estimates\":[{\"memoryBytes\":1048576,\"preset\":\"quick\",\"seconds\":1.0}]}");
        assertThat(world.jobs().understanding(engineer(RED), training.id())).isEmpty();
        assertThat(world.audited(RED, inspection.id()))
                .containsExactly("red-engineer job.submitted", "red-engineer job.succeeded");

        var scoring = awaitEnd(world.jobs()
                .submit(engineer(RED), request(JobKind.SCORE, data, model))
                .id());
        assertThat(scoring.state()).as(scoring.reason() + broker.log()).isEqualTo(JobState.SUCCEEDED);
        var scored = dataset(scoring);
        assertThat(scored.rows()).isEqualTo(30);
        assertThat(world.jobs().report(engineer(RED), scoring.id()))
                .hasValueSatisfying(report -> assertThat(report).contains("\"headline\":\"Shared among 30 rows.\""));
        assertThat(world.jobs().report(engineer(RED), training.id()))
                .as("a training's belongs to the version of its model")
                .isEmpty();
        var items = awaitEnd(world.jobs()
                .submit(engineer(RED), request(JobKind.SCORE, data, model, Map.of("items", "2")))
                .id());
        assertThat(dataset(items).rows())
                .as("answers need not be one for each row")
                .isEqualTo(2);
        assertThat(world.jobs().report(engineer(RED), items.id()))
                .as("nothing was said")
                .isEmpty();
        assertThat(scored.lineage().modelVersion()).isEqualTo(version.id());
        assertThat(world.audited(RED, scoring.id()))
                .containsExactly("red-engineer job.submitted", "red-engineer job.succeeded");
    }

    private DatasetVersion dataset(Job job) {
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
    private ConditionFactory patiently(UUID id) {
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

    private List<Integer> steps(UUID id) {
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
