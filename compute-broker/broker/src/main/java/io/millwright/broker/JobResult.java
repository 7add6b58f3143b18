package io.millwright.broker;

import org.jspecify.annotations.Nullable;

/**
 * What a job made: a training a model version, a scoring or a sample a dataset version.
 *
 * @param model null unless TRAIN
 * @param dataset null when TRAIN
 */
public record JobResult(
        @Nullable VersionRef model, @Nullable VersionRef dataset) {}
