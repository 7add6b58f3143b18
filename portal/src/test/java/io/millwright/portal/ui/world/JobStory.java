package io.millwright.portal.ui.world;

import io.millwright.broker.Job;
import io.millwright.broker.JobAttempt;
import io.millwright.broker.JobCost;
import io.millwright.broker.JobEvent;
import io.millwright.broker.JobKind;
import io.millwright.broker.JobPriority;
import io.millwright.broker.JobResources;
import io.millwright.broker.JobResult;
import io.millwright.broker.JobState;
import io.millwright.broker.TemplateRef;
import io.millwright.broker.VersionRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Jobs in each state, and what they said while they ran. */
final class JobStory {

    private JobStory() {}

    static Job job(String name, JobKind kind, JobState state, double progress, String reason, Duration ago) {
        var from = World.ago(ago);
        var done = state.isFinal() ? from.plusSeconds(78) : null;
        var started = state == JobState.QUEUED ? null : from.plusSeconds(4);
        var attempts = started == null
                ? List.<JobAttempt>of()
                : List.of(new JobAttempt(
                        1,
                        state == JobState.SUCCEEDED
                                ? JobAttempt.Outcome.SUCCEEDED
                                : state == JobState.FAILED ? JobAttempt.Outcome.FAILED : JobAttempt.Outcome.ACTIVE,
                        "ray",
                        "127.0.0.1",
                        reason,
                        "landlock 7, seccomp",
                        1_340_000_000L,
                        from.plusSeconds(2),
                        started,
                        done));
        return new Job(
                World.id(name),
                World.ACME,
                World.id("project"),
                "Card fraud, EU",
                kind,
                new TemplateRef("fraud-detection", "1.0.0", Stories.DIGEST),
                List.of(),
                new VersionRef(World.id("Card transactions"), 2),
                kind == JobKind.SCORE ? new VersionRef(World.id("model"), 2) : null,
                null,
                Map.of("alertsPerDay", "100"),
                1,
                JobResources.DEFAULT,
                JobPriority.NORMAL,
                state,
                reason,
                state == JobState.FAILED ? "Give the job at least 2 GiB, or fewer rows." : "",
                state == JobState.QUEUED
                        ? new Job.Waiting(
                                2,
                                3,
                                "Waits for 2 cores: both are in use by one job of Acme.",
                                "It would start now with 1 core.")
                        : null,
                progress,
                state == JobState.RUNNING ? "training, round 220 of 400" : "",
                Duration.ofSeconds(74),
                state == JobState.RUNNING ? Instant.now().plusSeconds(40) : null,
                attempts,
                new JobCost(148, 0, new BigDecimal("0.0042"), "EUR"),
                result(kind, state),
                false,
                0,
                "acme-engineer",
                from,
                started,
                done);
    }

    private static @Nullable JobResult result(JobKind kind, JobState state) {
        if (state != JobState.SUCCEEDED || kind == JobKind.INSPECT) {
            return null;
        }
        return kind == JobKind.TRAIN
                ? new JobResult(new VersionRef(World.id("model"), 2), null)
                : new JobResult(null, new VersionRef(World.id("Card fraud, EU scored"), 1));
    }

    /** The same job in another state. */
    static Job job(Job job, JobState state, double progress, String reason) {
        return new Job(
                job.id(),
                job.tenant(),
                job.project(),
                job.projectName(),
                job.kind(),
                job.template(),
                job.engines(),
                job.dataset(),
                job.model(),
                job.weights(),
                job.options(),
                job.seed(),
                job.resources(),
                job.priority(),
                state,
                reason,
                "",
                null,
                progress,
                "",
                job.expectedDuration(),
                null,
                job.attempts(),
                job.cost(),
                result(job.kind(), state),
                false,
                job.lastEvent(),
                job.submittedBy(),
                job.submittedAt(),
                job.startedAt(),
                state.isFinal() ? Instant.now() : null);
    }

    static void events(World world, String name) {
        var at = World.ago(Duration.ofMinutes(6));
        var all = new ArrayList<JobEvent>();
        all.add(new JobEvent.StateChanged(1, 1, at, JobState.RUNNING, ""));
        all.add(new JobEvent.Phase(2, 1, at.plusMillis(300), "inputs fetched: 41 MB in 0.4 s"));
        all.add(new JobEvent.LogLine(
                3, 1, at.plusSeconds(1), "columns: TX_DATETIME time, TX_AMOUNT amount, CUSTOMER_ID customer"));
        all.add(new JobEvent.LogLine(4, 1, at.plusSeconds(9), "15 features over 1, 7 and 30 days, label delay 7 days"));
        for (var round = 1; round <= 22; round++) {
            var when = at.plusSeconds(10 + round);
            var value = .71 - .5 * Math.exp(-round / 5.0);
            all.add(new JobEvent.MetricPoint(
                    3 + 2L * round, 1, when, "validation average precision", round * 10L, value));
            all.add(new JobEvent.MetricPoint(
                    100 + 2L * round, 1, when, "training average precision", round * 10L, value + .03));
            all.add(new JobEvent.LogLine(4 + 2L * round, 1, when, "round %d  AP %.4f".formatted(round * 10, value)));
        }
        world.events.put(World.id(name), all);
    }
}
