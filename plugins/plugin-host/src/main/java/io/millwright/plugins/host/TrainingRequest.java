package io.millwright.plugins.host;

import io.millwright.broker.JobPriority;
import io.millwright.broker.JobResources;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to train.
 *
 * @param project whose template works
 * @param dataset what it learns from
 * @param datasetVersion which version of it, the newest when null
 * @param weights a dataset of weights to start from; null for none
 * @param weightsVersion which version of it, the newest when null
 * @param options set over the project's and the template's
 * @param seed the same seed gives the same model
 * @param resources what the job gets
 * @param priority how urgent
 * @param idempotencyKey null for none
 */
public record TrainingRequest(
        UUID project,
        UUID dataset,
        @Nullable Integer datasetVersion,
        @Nullable UUID weights,
        @Nullable Integer weightsVersion,
        Map<String, String> options,
        long seed,
        JobResources resources,
        JobPriority priority,
        @Nullable String idempotencyKey) {

    /** The seed where nobody chose one. */
    public static final long DEFAULT_SEED = 1;

    public TrainingRequest {
        options = Map.copyOf(options);
    }

    /** From the beginning. */
    public TrainingRequest(
            UUID project,
            UUID dataset,
            @Nullable Integer datasetVersion,
            Map<String, String> options,
            long seed,
            JobResources resources,
            JobPriority priority,
            @Nullable String idempotencyKey) {
        this(project, dataset, datasetVersion, null, null, options, seed, resources, priority, idempotencyKey);
    }

    /** The newest version of a dataset, with defaults for everything else. */
    public static TrainingRequest of(UUID project, UUID dataset) {
        return new TrainingRequest(
                project, dataset, null, Map.of(), DEFAULT_SEED, JobResources.DEFAULT, JobPriority.NORMAL, null);
    }
}
