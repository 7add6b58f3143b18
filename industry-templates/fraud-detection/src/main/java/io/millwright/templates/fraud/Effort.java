package io.millwright.templates.fraud;

import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.Understanding.Estimate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a training takes, from the size of the file. The constants are those of the two files in the README on one core of the
 * machine named there, so that others are a factor away and not an order of magnitude.
 *
 * @param rows of the file
 * @param columns of the file
 * @param learnt rows that one model learns from
 * @param features columns of the model
 * @param byTime whether it is judged by time: an early model per choice, a judged and a final one; else one per fold and a final one
 * @param settings of which all but the preset count
 */
record Effort(long rows, int columns, long learnt, int features, boolean byTime, Settings settings) {
    /** A cell read, profiled and turned into features. */
    private static final double SECONDS_PER_CELL = 1.2e-6;

    /** A cell looked at by one round of boosting. */
    private static final double SECONDS_PER_ROUND = 5e-9;

    private static final double SECONDS_ANYHOW = 2;
    private static final long BYTES_ANYHOW = 400L << 20;

    /** Transactions beside their features: moments, amounts, numbers of entities, and their order. */
    private static final int BYTES_PER_ROW = 120;

    List<Estimate> estimates() {
        List<Estimate> estimates = new ArrayList<>();
        for (String preset : OptionSpec.PRESETS) {
            double reading = SECONDS_PER_CELL * rows * (columns + features);
            double growing = SECONDS_PER_ROUND * learnt * features * trees(settings.with(preset));
            double tried = preset.equals("best") ? Tuning.TRIALS * trial(reading) : 0;
            long memory = BYTES_ANYHOW
                    + rows * (BYTES_PER_ROW + (long) features * Float.BYTES)
                    + learnt * features * Float.BYTES * 2;
            estimates.add(new Estimate(preset, SECONDS_ANYHOW + reading + growing + tried, memory));
        }
        return estimates;
    }

    /** Each trial reads the file anew and stops twice. */
    private double trial(double reading) {
        return SECONDS_ANYHOW + reading + SECONDS_PER_ROUND * learnt * features * 2 * Boosting.rounds(settings, byTime);
    }

    /** Trees of all models together; where a tree may stop early, as usual on the files of the README. */
    private long trees(Settings preset) {
        long each = Boosting.rounds(preset, byTime);
        int rows = (int) Math.min(learnt, Integer.MAX_VALUE);
        int members = Boosting.members(preset, byTime, rows, features);
        int tried = byTime ? preset.preset().equals("quick") ? 1 : 2 : 2;
        int kept = byTime ? (members > 1 ? 3 : 2) + Boosting.earlier(preset, rows, features) : 6;
        return each * (tried + (long) kept * members);
    }
}
