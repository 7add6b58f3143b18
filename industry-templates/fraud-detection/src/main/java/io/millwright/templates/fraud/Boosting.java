package io.millwright.templates.fraud;

import io.millwright.templates.learning.boosting.BoostingOptions;
import java.util.List;

/** How trees are grown here; found by validation inside the training part of the evaluation data. */
final class Boosting {

    /** Rare large amounts get lost in the usual 256 steps. */
    private static final int FINE = 4096;

    private static final BoostingOptions SHALLOW = new BoostingOptions(150, 40, 0.1, 3, 5, 0.8, 0.5, 1, FINE, 0, 1);
    private static final BoostingOptions DEEPER = new BoostingOptions(400, 60, 0.05, 4, 5, 0.8, 0.5, 1, FINE, 0, 1);
    private static final BoostingOptions TABLES = new BoostingOptions(1_000, 100, 0.02, 4, 10, 0.8, 0.5, 5, 512, 0, 1);
    private static final BoostingOptions QUICK_TABLES =
            new BoostingOptions(200, 30, 0.08, 4, 10, 0.8, 0.5, 5, 256, 0, 1);

    private Boosting() {}

    /** What is tried on the validation days, the first first. One thread: the same result on any number of cores. */
    static List<BoostingOptions> candidates(Settings settings, boolean byTime, long seed) {
        boolean quick = settings.preset().equals("quick");
        List<BoostingOptions> tried;
        if (byTime) {
            tried = quick || settings.depth() > 0 ? List.of(SHALLOW) : List.of(SHALLOW, DEEPER);
        } else {
            tried = List.of(quick ? QUICK_TABLES : TABLES);
        }
        return tried.stream().map(options -> set(options, settings, seed)).toList();
    }

    private static BoostingOptions set(BoostingOptions best, Settings settings, long seed) {
        return new BoostingOptions(
                settings.rounds() > 0 ? settings.rounds() : best.rounds(),
                best.patience(),
                settings.learningRate() > 0 ? settings.learningRate() : best.learningRate(),
                settings.depth() > 0 ? settings.depth() : best.depth(),
                best.minimumChildWeight(),
                best.rowShare(),
                best.columnShare(),
                best.lambda(),
                best.bins(),
                seed,
                best.threads());
    }
}
