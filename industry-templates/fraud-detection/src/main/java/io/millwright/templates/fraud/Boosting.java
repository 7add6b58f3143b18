package io.millwright.templates.fraud;

import io.millwright.templates.learning.boosting.BoostingOptions;

/** How trees are grown here; found by validation inside the training part of the evaluation data. */
final class Boosting {

    /** Rare large amounts get lost in the usual 256 steps. */
    private static final BoostingOptions TRANSACTIONS =
            new BoostingOptions(400, 60, 0.05, 4, 5, 0.8, 0.5, 1, 4096, 0, 1);

    private static final BoostingOptions TABLES = new BoostingOptions(1_000, 100, 0.02, 4, 10, 0.8, 0.5, 5, 512, 0, 1);

    private Boosting() {}

    /** One thread: the same result on any number of cores. */
    static BoostingOptions options(Settings settings, boolean byTime, long seed) {
        BoostingOptions best = byTime ? TRANSACTIONS : TABLES;
        return new BoostingOptions(
                settings.rounds() > 0 ? settings.rounds() : best.rounds(),
                best.patience(),
                settings.learningRate() > 0 ? settings.learningRate() : best.learningRate(),
                settings.depth(),
                best.minimumChildWeight(),
                best.rowShare(),
                best.columnShare(),
                best.lambda(),
                best.bins(),
                seed,
                best.threads());
    }
}
