package io.millwright.broker;

import org.jspecify.annotations.Nullable;

/**
 * What a job made: a training a model version, a scoring or a sample a dataset version, an inspection neither of them but an
 * understanding, which {@link Jobs#understanding} reads.
 *
 * @param model null unless TRAIN
 * @param dataset null unless SCORE or SAMPLE
 */
public record JobResult(
        @Nullable VersionRef model, @Nullable VersionRef dataset) {}
