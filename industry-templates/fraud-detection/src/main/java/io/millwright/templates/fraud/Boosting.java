package io.millwright.templates.fraud;

import io.millwright.templates.learning.boosting.BoostingOptions;

/** How trees are grown here; found by validation inside the training part of the evaluation data. */
final class Boosting {

    private static final int PATIENCE = 60;
    /** Rare large amounts get lost in the usual 256 steps. */
    private static final int BINS = 4096;

    private static final int TABLE_BINS = 512;

    private Boosting() {}

    /** One thread: the same result on any number of cores. */
    static BoostingOptions options(Settings settings, boolean byTime, long seed) {
        return new BoostingOptions(
                settings.rounds(),
                PATIENCE,
                settings.learningRate(),
                settings.depth(),
                byTime ? 5 : 10,
                0.8,
                0.5,
                byTime ? 1 : 5,
                byTime ? BINS : TABLE_BINS,
                seed,
                1);
    }
}
