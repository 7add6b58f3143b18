package io.millwright.templates.fraud.evaluation;

import io.millwright.templates.fraud.features.FeatureTable;
import io.millwright.templates.learning.boosting.BoostedTrees;
import io.millwright.templates.learning.boosting.BoostingOptions;
import io.millwright.templates.learning.boosting.Labelled;
import io.millwright.templates.learning.boosting.RoundListener;
import io.millwright.templates.learning.boosting.TreeTrainer;
import java.util.ArrayList;
import java.util.List;

/**
 * Grows trees on some rows of a feature table.
 *
 * @param members models that differ by chance only and are averaged into one, at least 1
 */
public record Learner(FeatureTable table, BoostingOptions options, int members) {

    /** Apart, so that the members of one seed are not those of the next. */
    private static final long APART = 1_000_003;

    /** Stops the first member early by the validation rows. */
    BoostedTrees stoppedEarly(int[] training, int[] validation, RoundListener listener) throws InterruptedException {
        return new TreeTrainer(options).train(labelled(training), labelled(validation), listener);
    }

    /** Exactly so many rounds of each member. */
    public BoostedTrees exactly(int rounds, int[] training, RoundListener listener) throws InterruptedException {
        Labelled rows = labelled(training);
        if (members == 1) {
            return new TreeTrainer(options.withExactly(rounds)).train(rows, listener);
        }
        List<BoostedTrees> grown = new ArrayList<>();
        try {
            for (int member = 0; member < members; member++) {
                int before = member * rounds;
                BoostingOptions own = options.withExactly(rounds).withSeed(options.seed() + APART * member);
                grown.add(new TreeTrainer(own)
                        .train(
                                rows,
                                (round, trained, validation, precision) ->
                                        listener.round(before + round, trained, validation, precision)));
            }
            return BoostedTrees.average(grown);
        } finally {
            grown.forEach(BoostedTrees::close);
        }
    }

    /** Rounds of all members together, which a listener hears of. */
    public int steps(int rounds) {
        return rounds * members;
    }

    private Labelled labelled(int[] rows) {
        byte[] known = table.labels(rows);
        float[] labels = new float[known.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = known[row];
        }
        return new Labelled(table.matrix(rows), labels);
    }
}
