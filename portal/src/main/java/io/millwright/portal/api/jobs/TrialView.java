package io.millwright.portal.api.jobs;

import io.millwright.broker.JobTrial;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A trial of a training as the API shows it. */
record TrialView(
        int number,
        Map<String, String> parameters,

        @Schema(description = "Share of the full effort, above 0 and at most 1.")
        double budget,

        @Schema(description = "WAITING, RUNNING, DONE or LOST")
        String state,

        @Schema(description = "What the search makes small; only when DONE.") @Nullable
        Double objective,

        Map<String, Double> figures,
        double seconds,
        @Schema(description = "Why it was lost.") String reason,
        String node,
        Instant askedAt,
        @Nullable Instant endedAt) {

    static TrialView of(JobTrial trial) {
        return new TrialView(
                trial.number(),
                trial.parameters(),
                trial.budget(),
                trial.state().name(),
                trial.objective(),
                trial.figures(),
                trial.seconds(),
                trial.reason(),
                trial.node(),
                trial.askedAt(),
                trial.endedAt());
    }
}
