package io.millwright.templates.fraud.features;

import io.millwright.templates.fraud.ledger.Transactions;
import java.util.List;

/** Features that are computed together. */
interface FeatureGroup {

    List<Feature> features();

    /**
     * Computes the features of every row, from that row and earlier ones only.
     *
     * @param into a column per feature, filled with NaN
     */
    void fill(Transactions transactions, float[][] into);
}
