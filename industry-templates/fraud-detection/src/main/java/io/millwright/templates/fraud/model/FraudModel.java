package io.millwright.templates.fraud.model;

import io.millwright.templates.fraud.ledger.Remembered;
import io.millwright.templates.fraud.mixture.Mixture;
import io.millwright.templates.learning.boosting.BoostedTrees;

/**
 * A trained model, complete. Close after use.
 *
 * @param mixture what takes part beside the trees
 */
public record FraudModel(Recipe recipe, BoostedTrees trees, Mixture mixture, Remembered memory)
        implements AutoCloseable {

    @Override
    public void close() {
        trees.close();
    }
}
