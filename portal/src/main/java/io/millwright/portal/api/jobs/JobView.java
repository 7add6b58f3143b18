package io.millwright.portal.api.jobs;

import io.millwright.broker.Job;
import io.millwright.broker.JobAttempt;
import io.millwright.broker.JobCost;
import io.millwright.broker.JobKind;
import io.millwright.broker.JobResources;
import io.millwright.broker.JobState;
import io.millwright.broker.VersionRef;
import io.millwright.portal.api.Answers.Linked;
import io.millwright.portal.api.Fields;
import io.millwright.portal.api.Links;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A job as the API shows it. */
public record JobView(
        String id,
        String project,
        String projectName,
        String kind,
        String template,
        String templateVersion,
        @Nullable String dataset,
        @Nullable Integer datasetVersion,

        @Schema(description = "The dataset of weights that a training started from.") @Nullable
        String weights,

        @Nullable Integer weightsVersion,

        @Schema(description = "The model: made by a finished training, used by a scoring.") @Nullable
        String model,

        @Schema(description = "The number of that model's version.") @Nullable
        Integer version,

        @Schema(description = "The dataset that a finished scoring or sample made.") @Nullable
        String result,

        @Nullable Integer resultVersion,
        String state,
        String reason,
        String remedy,
        @Nullable Integer queuePosition,
        @Nullable WaitingView waiting,
        @Nullable Instant eta,
        @Schema(description = "0 to 1") double progress,
        String activity,
        List<AttemptView> attempts,
        JobCost cost,
        Map<String, String> options,
        long seed,
        ResourcesView resources,
        String priority,
        boolean cancelRequested,
        String submittedBy,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Map<String, String> links)
        implements Linked {

    public static JobView of(Job job) {
        var made = job.result() == null ? null : job.result().model();
        var model = made == null ? job.model() : made;
        var result = job.result() == null ? null : job.result().dataset();
        var waiting = job.waiting();
        return new JobView(
                job.id().toString(),
                job.project().toString(),
                job.projectName(),
                Fields.spelled(job.kind()),
                job.template().id(),
                job.template().version(),
                id(job.dataset()),
                number(job.dataset()),
                id(job.weights()),
                number(job.weights()),
                id(model),
                number(model),
                id(result),
                number(result),
                job.state().name(),
                job.reason(),
                job.remedy(),
                waiting == null ? null : waiting.place(),
                waiting == null ? null : new WaitingView(waiting.of(), waiting.reason(), waiting.sooner()),
                job.eta(),
                job.progress(),
                job.activity(),
                job.attempts().stream().map(AttemptView::of).toList(),
                job.cost(),
                job.options(),
                job.seed(),
                ResourcesView.of(job.resources()),
                Fields.spelled(job.priority()),
                job.cancelRequested(),
                job.submittedBy(),
                job.submittedAt(),
                job.startedAt(),
                job.finishedAt(),
                links(job, model, result));
    }

    private static Map<String, String> links(Job job, @Nullable VersionRef model, @Nullable VersionRef result) {
        var links = Links.of(job.tenant(), "jobs", job.id())
                .below("logs", "metrics", "events")
                .verbs("cancel")
                .to("project", Links.of(job.tenant(), "projects", job.project()));
        if (job.kind() == JobKind.TRAIN) {
            links.below("trials");
        }
        if (job.kind() == JobKind.INSPECT && job.state() == JobState.SUCCEEDED) {
            links.below("understanding");
        }
        if (job.kind() == JobKind.SCORE && job.state() == JobState.SUCCEEDED) {
            links.below("report");
        }
        if (job.dataset() != null) {
            links.to("dataset", dataset(job, job.dataset()));
        }
        if (job.weights() != null) {
            links.to("weights", dataset(job, job.weights()));
        }
        if (model != null) {
            links.to("version", Links.of(job.tenant(), "models", model.id(), "versions", model.version()));
        }
        if (result != null) {
            links.to("result", dataset(job, result));
        }
        return links.map();
    }

    private static Links dataset(Job job, VersionRef version) {
        return Links.of(job.tenant(), "datasets", version.id(), "versions", version.version());
    }

    private static @Nullable String id(@Nullable VersionRef version) {
        return version == null ? null : version.id().toString();
    }

    private static @Nullable Integer number(@Nullable VersionRef version) {
        return version == null ? null : version.version();
    }

    /** Why a job waits; its place stands in {@code queuePosition}. */
    public record WaitingView(int of, String reason, String sooner) {}

    public record AttemptView(
            int number,
            String outcome,
            String backend,
            String node,
            String reason,
            String sandbox,
            long peakMemory,
            Instant admittedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {
        static AttemptView of(JobAttempt attempt) {
            return new AttemptView(
                    attempt.number(),
                    attempt.outcome().name(),
                    attempt.backend(),
                    attempt.node(),
                    attempt.reason(),
                    attempt.sandbox(),
                    attempt.peakMemoryBytes(),
                    attempt.admittedAt(),
                    attempt.startedAt(),
                    attempt.endedAt());
        }
    }

    /** What a job may use: cores, GPUs, bytes, seconds for one attempt. */
    public record ResourcesView(int cpus, int gpus, long memory, long seconds) {
        static ResourcesView of(JobResources resources) {
            return new ResourcesView(
                    resources.cpus(),
                    resources.gpus(),
                    resources.memoryBytes(),
                    resources.limit().toSeconds());
        }
    }
}
