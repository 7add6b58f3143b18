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
import io.millwright.broker.JobTrial;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Trainings that search, on real brokers, agents and template processes; what is in the way is killed. */
abstract class RealTrialsContract extends RealJobs {

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
}
