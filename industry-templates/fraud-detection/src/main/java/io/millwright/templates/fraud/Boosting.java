package io.millwright.templates.fraud;

import io.millwright.templates.fraud.evaluation.Learner;
import io.millwright.templates.learning.boosting.BoostingOptions;
import io.millwright.templates.learning.boosting.Pace;
import io.millwright.templates.learning.boosting.Sampling;
import io.millwright.templates.learning.boosting.TreeShape;
import java.util.List;
import java.util.Map;

/** How trees are grown here; found by validation inside the training part of the evaluation data. */
final class Boosting {

    /** Rare large amounts get lost in the usual 256 steps. */
    private static final int FINE = 4096;

    private static final Sampling USUAL = new Sampling(0.8, 0.5);
    private static final BoostingOptions SHALLOW =
            BoostingOptions.of(new Pace(150, 40, 0.1), new TreeShape(3, 5, 1, FINE), USUAL);
    private static final BoostingOptions DEEPER =
            BoostingOptions.of(new Pace(400, 60, 0.05), new TreeShape(4, 5, 1, FINE), USUAL);
    private static final BoostingOptions TABLES =
            BoostingOptions.of(new Pace(800, 70, 0.03), new TreeShape(4, 10, 5, 256), USUAL);
    private static final BoostingOptions QUICK_TABLES =
            BoostingOptions.of(new Pace(200, 30, 0.08), new TreeShape(4, 10, 5, 256), USUAL);

    private static final int MOST_MEMBERS = 3;
    private static final int MOST_EARLIER = 3;
    /** Cells looked at by all rounds of one more member, in all models together, that its time is worth. */
    private static final double WORTHWHILE = 16e9;
    /** By time the mean of several was no better than one on many rows, see decision 3. */
    private static final int FEW_ROWS = 30_000;
    /** Of wide tables each tree sees some twenty columns: quicker, and its members are less alike. */
    private static final double COLUMNS_SEEN = 20;

    private Boosting() {}

    /** What is tried on the validation days, the first first. One thread: the same result on any number of cores. */
    static List<Learner> learners(Settings settings, Prepared prepared, long seed) {
        return usual(settings, prepared).stream()
                .map(options -> learner(set(options, settings, seed), settings, prepared))
                .toList();
    }

    /** With parameters that a search found. */
    static Learner found(Map<String, String> parameters, Settings settings, Prepared prepared, long seed) {
        BoostingOptions usual = usual(settings, prepared).getFirst();
        return learner(set(Searched.options(usual, parameters), settings, seed), settings, prepared);
    }

    static List<BoostingOptions> usual(Settings settings, Prepared prepared) {
        boolean quick = settings.preset().equals("quick");
        if (prepared.byTime()) {
            return quick || settings.depth() > 0 ? List.of(SHALLOW) : List.of(SHALLOW, DEEPER);
        }
        double share = Math.clamp(COLUMNS_SEEN / prepared.table().features().size(), 0.3, 0.8);
        return List.of(quick ? QUICK_TABLES : TABLES.with(TABLES.sampling().withColumns(share)));
    }

    private static Learner learner(BoostingOptions options, Settings settings, Prepared prepared) {
        int features = prepared.table().features().size();
        int members = members(settings, prepared.byTime(), prepared.learnt(), features);
        return new Learner(prepared.table(), options.on(prepared.device()), members);
    }

    /**
     * How many that differ by chance are averaged, where there is time for it.
     *
     * @param learnt rows that one model learns from
     */
    static int members(Settings settings, boolean byTime, int learnt, int features) {
        if (settings.preset().equals("quick") || (byTime && learnt > FEW_ROWS)) {
            return 1;
        }
        int models = byTime ? 3 : 6;
        double each = (double) learnt * features * rounds(settings, byTime) * models;
        return (int) Math.clamp(WORTHWHILE / each, 1, MOST_MEMBERS);
    }

    /** Stretches of days before the test that are judged, too, where there is time for it. */
    static int earlier(Settings settings, Prepared prepared) {
        int features = prepared.table().features().size();
        return earlier(settings, prepared.learnt(), features);
    }

    static int earlier(Settings settings, int learnt, int features) {
        double each = (double) learnt * features * rounds(settings, true) * members(settings, true, learnt, features);
        return settings.preset().equals("quick") ? 0 : (int) Math.clamp(WORTHWHILE / each, 0, MOST_EARLIER);
    }

    /** As many trees as usual where they may stop early. */
    static int rounds(Settings settings, boolean byTime) {
        return settings.rounds() > 0
                ? settings.rounds()
                : byTime ? 150 : settings.preset().equals("quick") ? 120 : 400;
    }

    /** With what a person set. */
    private static BoostingOptions set(BoostingOptions best, Settings settings, long seed) {
        Pace pace = new Pace(
                settings.rounds() > 0 ? settings.rounds() : best.rounds(),
                best.pace().patience(),
                settings.learningRate() > 0
                        ? settings.learningRate()
                        : best.pace().learningRate());
        TreeShape shape = settings.depth() > 0 ? best.shape().withDepth(settings.depth()) : best.shape();
        return best.with(pace).with(shape).withSeed(seed);
    }
}
