package io.millwright.broker.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millwright.broker.JobState;
import io.millwright.broker.JobTrial;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LocalJobsTest extends RealJobsContract {

    @Override
    Map<String, String> cluster() {
        var settings = new HashMap<>(classPaths());
        settings.put("millwright.broker.backend", "local");
        return settings;
    }

    @Test
    void a_trial_whose_agent_is_killed_is_tried_once_more_and_then_lost() throws Exception {
        var id = search(1, Map.of("trials", "2", "trialMillis", "1000"));
        for (int attempt : new int[] {1_000_001, 1_000_002}) {
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> kill(id, attempt));
        }
        var job = awaitEnd(id);
        assertThat(job.state()).as(job.reason() + broker.log()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.attempts()).as("its training did not notice").hasSize(1);
        assertThat(trials(id)).extracting(JobTrial::state).containsExactly(JobTrial.State.LOST, JobTrial.State.DONE);
        assertThat(trials(id).getFirst().reason())
                .isEqualTo("Tried 2 times in vain. The last time: "
                        + "The agent that carried it was lost: its process or its node ended.");
    }

    /** Kills the agent of an attempt once its template has begun. */
    private boolean kill(UUID job, int attempt) {
        long begun =
                lines(job).stream().filter(line -> line.startsWith("Trial 1:")).count();
        if (begun < attempt - 1_000_000) {
            return false;
        }
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    var command = process.info().commandLine().orElse("");
                    return command.contains("AgentMain") && command.contains(job + "-" + attempt);
                })
                .map(ProcessHandle::destroyForcibly)
                .anyMatch(killed -> killed);
    }

    @Override
    void killAgent(UUID job) {
        ProcessHandle.allProcesses()
                .filter(process -> {
                    var command = process.info().commandLine().orElse("");
                    return command.contains("AgentMain") && command.contains(job.toString());
                })
                .forEach(ProcessHandle::destroyForcibly);
    }
}
