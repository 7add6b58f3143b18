package io.millwright.governance.models;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a project has learnt, over all its versions.
 *
 * @param id identity
 * @param project the project; one model each
 * @param name what people call it
 * @param latest the newest version
 * @param approved the newest version that is approved, null when none is
 * @param createdAt when the first version came
 */
public record Model(
        UUID id,
        UUID project,
        String name,
        ModelVersion latest,
        @Nullable ModelVersion approved,
        Instant createdAt) {}
