package io.millwright.templates.maintenance.life;

import io.millwright.templates.learning.boosting.BoostingOptions;
import io.millwright.templates.learning.boosting.Objective;
import io.millwright.templates.learning.boosting.Pace;
import io.millwright.templates.learning.boosting.Sampling;
import io.millwright.templates.learning.boosting.TreeDevice;
import io.millwright.templates.learning.boosting.TreeShape;

/**
 * How much work goes into a model.
 *
 * @param members boosters whose mean is the estimate
 * @param judgedMembers boosters of each fold while judging
 * @param folds groups of machines that are held out in turn
 * @param options how trees are grown
 */
public record Effort(int members, int judgedMembers, int folds, BoostingOptions options) {

    /** Found by validation over machines inside the training part of the evaluation data. */
    private static final BoostingOptions TREES = BoostingOptions.of(
                    Pace.exactly(600, 0.02), new TreeShape(6, 30, 5, 256), new Sampling(0.6, 0.2))
            .withObjective(Objective.SQUARED_ERROR);

    /** @param preset quick, balanced or best */
    public static Effort of(String preset) {
        return switch (preset) {
            case "quick" -> new Effort(2, 1, 3, trees(150, 0.06));
            case "best" -> new Effort(8, 2, 5, TREES);
            default -> new Effort(5, 1, 5, TREES);
        };
    }

    /** The same with other trees. */
    public Effort with(BoostingOptions trees) {
        return new Effort(members, judgedMembers, folds, trees);
    }

    /** The same on another device. */
    public Effort on(TreeDevice device) {
        return with(options.on(device));
    }

    /** The same with other rounds, as many as asked for; the learning rate follows. */
    public Effort withRounds(int rounds) {
        return rounds <= 0 ? this : with(trees(rounds, Math.min(0.3, 12.0 / rounds)));
    }

    /** Boosters grown in all. */
    public int boosters() {
        return members + judgedMembers * folds;
    }

    private static BoostingOptions trees(int rounds, double rate) {
        return TREES.with(Pace.exactly(rounds, rate));
    }
}
