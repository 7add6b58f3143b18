package io.millwright.plugins.host;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to look at before a training.
 *
 * @param project whose template looks
 * @param dataset what it looks at
 * @param datasetVersion which version of it, the newest when null
 * @param options what a person has set already, over the project's and the template's: columns that were corrected
 * @param idempotencyKey null for none
 */
public record InspectionRequest(
        UUID project,
        UUID dataset,
        @Nullable Integer datasetVersion,
        Map<String, String> options,
        @Nullable String idempotencyKey) {

    public InspectionRequest {
        options = Map.copyOf(options);
    }

    /** The newest version of a dataset, as nobody has corrected anything yet. */
    public static InspectionRequest of(UUID project, UUID dataset) {
        return new InspectionRequest(project, dataset, null, Map.of(), null);
    }
}
