package io.millwright.templates.maintenance.failure;

import io.millwright.templates.learning.boosting.BoostingOptions;
import io.millwright.templates.learning.boosting.Pace;
import io.millwright.templates.learning.boosting.Sampling;
import io.millwright.templates.learning.boosting.TreeDevice;
import io.millwright.templates.learning.boosting.TreeShape;

/**
 * How much work goes into a model.
 *
 * @param members boosters whose mean is the score
 * @param folds parts that are held out in turn
 * @param options how trees are grown, at most so many
 */
public record Effort(int members, int folds, BoostingOptions options) {

    private static final int PATIENCE = 40;

    /** @param preset quick, balanced or best */
    public static Effort of(String preset) {
        return switch (preset) {
            case "quick" -> new Effort(1, 4, trees(250, 0.1));
            case "best" -> new Effort(5, 6, trees(1_200, 0.02));
            default -> new Effort(3, 5, trees(600, 0.04));
        };
    }

    public Effort with(BoostingOptions trees) {
        return new Effort(members, folds, trees);
    }

    /** The same on another device. */
    public Effort on(TreeDevice device) {
        return with(options.on(device));
    }

    /** The same with other rounds, as many as asked for; the learning rate follows. */
    public Effort withRounds(int rounds) {
        return rounds <= 0 ? this : with(trees(rounds, Math.min(0.3, 24.0 / rounds)));
    }

    private static BoostingOptions trees(int rounds, double rate) {
        return BoostingOptions.of(
                new Pace(rounds, PATIENCE, rate), new TreeShape(5, 2, 3, 512), new Sampling(0.8, 0.5));
    }
}
