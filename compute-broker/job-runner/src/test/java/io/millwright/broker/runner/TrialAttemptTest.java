package io.millwright.broker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials on their way from a training to the platform and back, and an attempt that carries one. */
class TrialAttemptTest {

    private AttemptRig rig;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        rig = new AttemptRig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aTrainingIsToldHowItsTrialsEnded() {
        var agent = rig.deed("search").start();
        awaitTrials();
        assertThat(rig.gateway.trials).containsExactly("1\t0.5\tdepth\ta\\tb", "2\t1.0");
        rig.gateway.endedTrials = "2\tLOST\tNaN\t0.1\tThe node\\n“burnt”.\n";
        assertThat(agent).isNotDone();
        rig.gateway.endedTrials += "1\tDONE\t0.25\t7.5\t\tauc\t0.75\trows\t2.0\n";

        agent.orTimeout(60, TimeUnit.SECONDS).join();

        assertThat(rig.message()).isEmpty();
        assertThat(rig.gateway.texts("log"))
                .contains("parallel 2")
                .anyMatch(
                        line -> line.contains("status=DONE, objective=0.25, figures={auc=0.75, rows=2.0}, seconds=7.5"))
                .anyMatch(line -> line.contains("“burnt”."));
    }

    @Test
    void aTrainingThatWaitsForTrialsIsCancelledAtOnce() {
        var agent = rig.deed("search").start();
        awaitTrials();
        rig.gateway.cancel = true;
        agent.orTimeout(30, TimeUnit.SECONDS).join();
        assertThat(rig.result("outcome")).isEqualTo("cancelled");
    }

    @Test
    void aTrialTellsItsObjectiveAndNothingElse() {
        rig.fact("kind", "trial")
                .fact("trial.number", "7")
                .fact("trial.budget", "0.5")
                .fact("trial.parameter.depth", "3")
                .run();
        assertThat(rig.message()).isEmpty();
        assertThat(rig.result("outcome")).isEqualTo("succeeded");
        assertThat(rig.result("trial.objective")).isEqualTo("1.5");
        assertThat(rig.result("trial.figure.rows")).isEqualTo("2.0");
        assertThat(rig.gateway.outputs).isEmpty();
    }

    @Test
    void anObjectiveThatIsNoNumberIsADefect() {
        rig.fact("kind", "trial")
                .fact("trial.number", "7")
                .fact("trial.budget", "0.5")
                .run();
        assertThat(rig.message()).contains("the objective of a trial is a finite number, not NaN");
        assertThat(rig.result("trial.objective")).isEmpty();
    }

    @Test
    void aTrialTakesTheDatasetFromItsTrainingOnTheSameNode(@TempDir Path folder) throws Exception {
        var training = rig.deed("wait").start();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> rig.gateway.texts("phase").contains("Running the template"));
        var settings = rig.settings;
        try (var trial = new AttemptRig(folder, "job-1000001", settings)) {
            trial.fact("kind", "trial")
                    .fact("trial.number", "1")
                    .fact("trial.budget", "1")
                    .fact("trial.parameter.depth", "3")
                    .run();
            assertThat(trial.message()).isEmpty();
            assertThat(trial.result("trial.figure.rows")).isEqualTo("2.0");
            assertThat(trial.gateway.requests).noneMatch(request -> request.endsWith("inputs/dataset"));
        }
        rig.gateway.cancel = true;
        training.join();
    }

    private void awaitTrials() {
        await().atMost(Duration.ofSeconds(60)).until(() -> rig.gateway.trials.size() == 2);
    }
}
