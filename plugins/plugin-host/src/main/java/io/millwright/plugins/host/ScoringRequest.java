package io.millwright.plugins.host;

import io.millwright.plugins.api.Resources;
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
 * @param resources what the job gets, {@link TrainingRequest#DEFAULT_RESOURCES} when null
 * @param priority higher first among the tenant's own jobs, 0 is usual
 */
public record ScoringRequest(
        UUID project,
        UUID dataset,
        @Nullable Integer datasetVersion,
        @Nullable UUID model,
        @Nullable Integer modelVersion,
        Map<String, String> options,
        @Nullable Resources resources,
        int priority) {

    public ScoringRequest {
        options = Map.copyOf(options);
    }
}
