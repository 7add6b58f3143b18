package io.millwright.broker.app;

import static io.millwright.broker.test.World.RED;
import static io.millwright.broker.test.World.engineer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millwright.broker.JobState;
import io.millwright.broker.JobTrial;
import io.millwright.broker.JobTrial.State;
import io.millwright.broker.cluster.AgentPlacement;
import io.millwright.broker.test.TestAgent;
import io.millwright.broker.test.World;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Trials as the broker sees them: asked for, placed beside their training, fenced, retried, kept. */
class TrialsTest {

    private static final int FIRST = 1_000_001;

    private static PlayedBroker broker;
    private UUID job;

    @BeforeAll
    static void begin() throws IOException {
        broker = new PlayedBroker(2, Map.of("millwright.broker.timing.room", "1500ms"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @AfterEach
    void end() {
        if (job != null && !broker.job(job).state().isFinal()) {
            broker.world.jobs().cancel(engineer(RED), job, "");
        }
        broker.cluster.living().forEach(agent -> broker.cluster.lose(agent.attempt()));
        await().until(() -> broker.job(job).state().isFinal());
    }

    @Test
    void trials_run_beside_their_training_on_the_cores_it_was_given() {
        var training = training(2);
        assertThat(training.post("trials", "1\t0.5\tdepth\t3\n2\t1\tdepth\t4\trate\ta\\tb\n3\t1\n")
                        .statusCode())
                .isEqualTo(200);
        var first = broker.agent(job, FIRST);
        var second = broker.agent(job, FIRST + 1);
        assertThat(broker.placement(job, FIRST).orElseThrow())
                .satisfies(placed -> assertThat(placed.cpus()).isZero())
                .satisfies(placed -> assertThat(placed.memoryBytes()).isEqualTo(1L << 30))
                .satisfies(placed -> assertThat(placed.beside()).isEqualTo(PlayedBroker.name(job, 1)));
        assertThat(second.get("spec").body().lines())
                .contains(
                        "kind=trial",
                        "trial.number=2",
                        "trial.budget=1.0",
                        "trial.parameter.depth=4",
                        "trial.parameter.rate=a\\tb",
                        "cpus=1",
                        "seed=42");
        assertThat(broker.placement(job, FIRST + 2)).as("as many as cores").isEmpty();
        assertThat(first.events("log\thello", "progress\t0.9\tx").body()).isEqualTo("continue");
        assertThat(broker.job(job).progress()).isZero();
        assertThat(states()).containsExactly(State.RUNNING, State.RUNNING, State.WAITING);

        assertThat(done(first, 0.25).statusCode()).isEqualTo(200);
        broker.agent(job, FIRST + 2).events();
        assertThat(training.get("trials").body()).startsWith("1\tDONE\t0.25\t").endsWith("\t\tauc\t0.75\n");
        assertThat(done(first, 0.25).statusCode()).as("said again").isEqualTo(200);
        assertThat(first.events("log\tghost").statusCode()).isEqualTo(409);
        assertThat(second.result("failed", "resources", "Too little memory.").statusCode())
                .isEqualTo(200);
        assertThat(trials().get(1).reason()).isEqualTo("Too little memory.");
        assertThat(broker.job(job).attempts()).hasSize(1);
        assertThat(broker.job(job).state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void a_job_of_one_core_searches_while_the_other_core_works() {
        var training = training(1);
        var other = broker.world.jobs().submit(engineer(RED), World.sample(1)).id();
        broker.agent(other, 1).events();
        training.post("trials", "1\t1\n2\t1\n");
        done(broker.agent(job, FIRST), 1);
        done(broker.agent(job, FIRST + 1), 2);
        assertThat(states()).containsExactly(State.DONE, State.DONE);
        broker.agent(other, 1).result("failed", "user", "The end.");
    }

    @Test
    void a_lost_trial_is_tried_once_more_and_then_lost_alone() {
        var training = training(1);
        training.post("trials", "1\t1\n");
        broker.agent(job, FIRST).events();
        broker.lose(job, FIRST);
        broker.agent(job, FIRST + 1).result("failed", "agent", "The node is full.");
        await().until(() -> states().equals(List.of(State.LOST)));
        assertThat(training.get("trials").body())
                .startsWith("1\tLOST\tNaN\t")
                .contains("Tried 2 times in vain. The last time: The node is full.");
        assertThat(training.events().body()).isEqualTo("continue");
    }

    @Test
    void what_was_tried_is_kept_for_the_attempt_that_comes_after() {
        var training = training(1);
        training.post("trials", "1\t1\ta\tb\n2\t1\n");
        done(broker.agent(job, FIRST), 5);
        var orphan = broker.agent(job, FIRST + 1);
        orphan.events();
        broker.lose(job, 1);
        var next = broker.agent(job, 2);
        assertThat(orphan.events().statusCode()).as("ended with its training").isEqualTo(409);
        assertThat(done(orphan, 7).statusCode()).isEqualTo(409);
        next.events();
        assertThat(states()).containsExactly(State.DONE, State.WAITING);
        assertThat(next.get("trials").body()).as("it has not asked").isEmpty();

        next.post("trials", "1\t1\ta\tb\n2\t1\n");
        assertThat(next.get("trials").body()).startsWith("1\tDONE\t5.0\t").hasLineCount(1);
        done(broker.agent(job, FIRST + 2), 6);
        assertThat(next.get("trials").body()).hasLineCount(2);
        next.post("trials", "1\t1\ta\tc\n");
        done(broker.agent(job, FIRST + 3), 4);
        assertThat(trials().getFirst().objective())
                .as("other parameters are another trial")
                .isEqualTo(4);
        assertThat(broker.world.audited(RED, job)).doesNotContain("system access.refused");
    }

    @Test
    void cancelling_the_job_ends_its_trials() {
        var training = training(1);
        training.post("trials", "1\t1\n2\t1\n");
        var trial = broker.agent(job, FIRST);
        trial.events();
        broker.world.jobs().cancel(engineer(RED), job, "");
        assertThat(trial.events().body()).isEqualTo("cancel");
        trial.result("cancelled", "", "");
        training.events();
        training.result("cancelled", "", "");
        assertThat(broker.job(job).state()).isEqualTo(JobState.CANCELLED);
        assertThat(trials()).allSatisfy(each -> assertThat(each.reason()).isEqualTo("The job ended before it."));
    }

    @Test
    void trainings_that_wait_for_each_others_memory_go_on_in_the_end() {
        job = broker.train(1, 40L << 30);
        var training = broker.agent(job, 1);
        training.events();
        var other = broker.train(1, 24L << 30);
        var second = broker.agent(other, 1);
        second.events();
        training.post("trials", "1\t1\n2\t1\n");
        await().until(() -> states().equals(List.of(State.LOST, State.LOST)));
        assertThat(trials().getFirst().reason()).contains("no memory free for it beside its training");
        second.result("failed", "user", "The end.");
        broker.lose(other, 1);

        training.post("trials", "3\t1\n");
        assertThat(placedMemory(FIRST)).as("as much as the node has left").isEqualTo(24L << 30);
    }

    @Test
    void nonsense_and_strangers_are_refused() {
        var training = training(1);
        for (var line : List.of("x", "0\t1", "1\t2", "1\t1\ta", "1\tNaN", "1\t1\ta\t" + "b".repeat(9_000))) {
            assertThat(training.post("trials", line + "\n").statusCode())
                    .as(line)
                    .isEqualTo(400);
        }
        assertThat(trials()).isEmpty();
        training.post("trials", "1\t1\n");
        var trial = broker.agent(job, FIRST);
        assertThat(trial.post("trials", "2\t1\n").statusCode()).isEqualTo(400);
        assertThat(trial.put("report.json", new byte[] {'{', '}'}).statusCode()).isEqualTo(400);
        assertThat(trial.result("succeeded", "", "").statusCode()).isEqualTo(200);
        assertThat(trials().getFirst().reason()).isEqualTo("It ended without telling its objective.");
    }

    private TestAgent training(int cpus) {
        job = broker.train(cpus);
        var agent = broker.agent(job, 1);
        agent.events();
        return agent;
    }

    private static java.net.http.HttpResponse<String> done(TestAgent agent, double objective) {
        agent.events();
        return agent.post("result", "outcome=succeeded\ntrial.objective=" + objective + "\ntrial.figure.auc=0.75\n");
    }

    private long placedMemory(int number) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> broker.placement(job, number).isPresent());
        return broker.placement(job, number).map(AgentPlacement::memoryBytes).orElse(0L);
    }

    private List<JobTrial> trials() {
        return broker.world.jobs().trials(engineer(RED), job);
    }

    private List<State> states() {
        return trials().stream().map(JobTrial::state).toList();
    }
}
