package io.millwright.templates.fraud.evaluation;

import io.millwright.templates.fraud.features.FeatureTable;
import io.millwright.templates.learning.boosting.BoostedTrees;
import io.millwright.templates.learning.boosting.BoostingOptions;
import io.millwright.templates.learning.boosting.Labelled;
import io.millwright.templates.learning.boosting.RoundListener;
import io.millwright.templates.learning.boosting.TreeTrainer;

/** Grows trees on some rows of a feature table. */
public record Learner(FeatureTable table, BoostingOptions options) {

    /** Stops early by the validation rows. */
    BoostedTrees stoppedEarly(int[] training, int[] validation, RoundListener listener) throws InterruptedException {
        return new TreeTrainer(options).train(labelled(training), labelled(validation), listener);
    }

    /** Exactly so many rounds. */
    public BoostedTrees exactly(int rounds, int[] training, RoundListener listener) throws InterruptedException {
        return new TreeTrainer(options.withExactly(rounds)).train(labelled(training), listener);
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
