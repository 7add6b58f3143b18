package io.millwright.broker;

import io.millwright.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as people see it, at one moment.
 *
 * @param id its identity
 * @param tenant whose it is
 * @param project the project it belongs to
 * @param projectName what the project was called at submission
 * @param kind what it does
 * @param template the exact template
 * @param engines native engines of the template
 * @param dataset its data, null for a sample
 * @param model the model that scores, null otherwise
 * @param weights what a training starts from, null for none
 * @param options by name, as text
 * @param seed of every random choice
 * @param resources what it may use
 * @param priority how urgent
 * @param state where it stands
 * @param reason why it stands there, in words; empty when there is nothing to say
 * @param remedy what a person can do about it; empty when there is nothing to do
 * @param waiting why it waits, only while QUEUED
 * @param progress 0 to 1
 * @param activity what happens now, in a few words
 * @param expectedDuration what jobs like it took (median), null when there was none
 * @param eta when it will probably end, null while nothing tells
 * @param attempts how often it was started, oldest first
 * @param cost what it has used so far
 * @param result what it made, null until it succeeded
 * @param cancelRequested whether a person asked to stop it
 * @param lastEvent sequence number of the last event of the job, 0 when there is none
 * @param submittedBy user name
 * @param submittedAt when
 * @param startedAt when the first attempt began to run
 * @param finishedAt when it became final
 */
public record Job(
        UUID id,
        TenantId tenant,
        UUID project,
        String projectName,
        JobKind kind,
        TemplateRef template,
        List<EngineRef> engines,
        @Nullable VersionRef dataset,
        @Nullable VersionRef model,
        @Nullable VersionRef weights,
        Map<String, String> options,
        long seed,
        JobResources resources,
        JobPriority priority,
        JobState state,
        String reason,
        String remedy,
        @Nullable Waiting waiting,
        double progress,
        String activity,
        @Nullable Duration expectedDuration,
        @Nullable Instant eta,
        List<JobAttempt> attempts,
        JobCost cost,
        @Nullable JobResult result,
        boolean cancelRequested,
        long lastEvent,
        String submittedBy,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    public Job {
        engines = List.copyOf(engines);
        options = Map.copyOf(options);
        attempts = List.copyOf(attempts);
    }

    /** The same work to be asked for once more: same inputs, options and seed, so that it gives the same result. */
    public JobRequest again(@Nullable String idempotencyKey) {
        return new JobRequest(
                project,
                projectName,
                kind,
                template,
                engines,
                dataset,
                model,
                weights,
                options,
                seed,
                resources,
                priority,
                idempotencyKey);
    }

    /**
     * Why a queued job waits.
     *
     * @param place 1 is next
     * @param of jobs that wait, of all tenants
     * @param reason in words, e.g. "Waits for 2 cores: all 2 are in use by 1 job of other tenants."
     * @param sooner what would start it sooner; empty when nothing would
     */
    public record Waiting(int place, int of, String reason, String sooner) {}
}
