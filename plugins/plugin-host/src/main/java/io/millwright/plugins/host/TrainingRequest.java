package io.millwright.plugins.host;

import io.millwright.plugins.api.Resources;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to train.
 *
 * @param project whose template works
 * @param dataset what it learns from
 * @param datasetVersion which version of it, the newest when null
 * @param options set over the project's and the template's
 * @param seed the same seed gives the same model; {@value #DEFAULT_SEED} when null
 * @param resources what the job gets, {@link #DEFAULT_RESOURCES} when null
 * @param priority higher first among the tenant's own jobs, 0 is usual
 */
public record TrainingRequest(
        UUID project,
        UUID dataset,
        @Nullable Integer datasetVersion,
        Map<String, String> options,
        @Nullable Long seed,
        @Nullable Resources resources,
        int priority) {

    public static final long DEFAULT_SEED = 1;

    public static final Resources DEFAULT_RESOURCES = new Resources(1, 0, 2L << 30);

    public TrainingRequest {
        options = Map.copyOf(options);
    }
}
