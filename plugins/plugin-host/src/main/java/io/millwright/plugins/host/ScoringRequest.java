package io.millwright.plugins.host;

import io.millwright.broker.JobPriority;
import io.millwright.broker.JobResources;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to score.
 *
 * @param project whose template works
 * @param dataset the rows to score
 * @param datasetVersion which version of it, the newest when null
 * @param model the model; the project's own when null
 * @param modelVersion which version of it, the newest when null
 * @param options set over the project's and the template's
 * @param resources what the job gets
 * @param priority how urgent
 * @param idempotencyKey null for none
 */
public record ScoringRequest(
        UUID project,
        UUID dataset,
        @Nullable Integer datasetVersion,
        @Nullable UUID model,
        @Nullable Integer modelVersion,
        Map<String, String> options,
        JobResources resources,
        JobPriority priority,
        @Nullable String idempotencyKey) {

    public ScoringRequest {
        options = Map.copyOf(options);
    }

    /** The newest version of a dataset with the newest of the project's model. */
    public static ScoringRequest of(UUID project, UUID dataset) {
        return new ScoringRequest(
                project, dataset, null, null, null, Map.of(), JobResources.DEFAULT, JobPriority.NORMAL, null);
    }
}
