package io.millwright.broker.app;

import static io.millwright.broker.test.World.RED;
import static io.millwright.broker.test.World.engineer;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millwright.broker.JobAttempt.Outcome;
import io.millwright.broker.JobKind;
import io.millwright.broker.JobRequest;
import io.millwright.broker.JobState;
import io.millwright.broker.VersionRef;
import io.millwright.broker.test.Load;
import io.millwright.governance.datasets.DatasetKind;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.datasets.Lineage;
import io.millwright.governance.models.Models;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Jobs of all kinds on real brokers, agents and template processes; what is in the way is killed. */
abstract class RealJobsContract extends RealTrialsContract {

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
        assertThat(steps).as("few of them twice").hasSizeLessThanOrEqualTo(38);
        assertThat(steps)
                .as("none untold: what was said before a checkpoint reaches the broker before it")
                .containsAll(IntStream.rangeClosed(1, 30).boxed().toList());
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
}
