package io.millwright.governance.datasets;

import java.time.Instant;

/**
 * A named table that may have several versions.
 *
 * @param id identity
 * @param name unique among the tenant's datasets, upper and lower case alike
 * @param latest its newest version
 * @param createdAt when the first version came
 * @param createdBy the user name
 */
public record Dataset(DatasetId id, String name, DatasetVersion latest, Instant createdAt, String createdBy) {

    /** Longest name, in characters. */
    public static final int MAX_NAME = 120;
}
