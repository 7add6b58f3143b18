package io.millwright.templates.fraud.model;

import io.millwright.templates.fraud.ledger.Remembered;
import io.millwright.templates.learning.boosting.BoostedTrees;

/** A trained model, complete. Close after use. */
public record FraudModel(Recipe recipe, BoostedTrees trees, Remembered memory) implements AutoCloseable {

    @Override
    public void close() {
        trees.close();
    }
}
