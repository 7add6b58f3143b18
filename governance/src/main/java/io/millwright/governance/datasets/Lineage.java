package io.millwright.governance.datasets;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a dataset version comes from.
 *
 * @param kind how it came to be
 * @param job the job that made it, null for uploads
 * @param modelVersion the model version that scored it, null unless SCORED
 * @param sourceVersion the dataset version that was scored, null unless SCORED
 */
public record Lineage(
        Kind kind,
        @Nullable UUID job,
        @Nullable UUID modelVersion,
        @Nullable UUID sourceVersion) {

    public static final Lineage UPLOADED = new Lineage(Kind.UPLOADED, null, null, null);

    /** A template's generated sample. */
    public static Lineage sample(UUID job) {
        return new Lineage(Kind.SAMPLE, job, null, null);
    }

    /** Rows that a model version scored. */
    public static Lineage scored(UUID job, UUID modelVersion, UUID sourceVersion) {
        return new Lineage(Kind.SCORED, job, modelVersion, sourceVersion);
    }

    /** How a dataset version came to be. */
    public enum Kind {
        UPLOADED,
        SAMPLE,
        SCORED
    }
}
