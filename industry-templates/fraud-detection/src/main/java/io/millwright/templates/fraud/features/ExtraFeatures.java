package io.millwright.templates.fraud.features;

import io.millwright.templates.fraud.ledger.Transactions;
import java.util.List;

/** Further columns of the file, as they are. */
final class ExtraFeatures implements FeatureGroup {

    private final List<Feature> features;

    ExtraFeatures(List<Feature> features) {
        this.features = features;
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public void fill(Transactions all, float[][] into) {
        for (int column = 0; column < into.length; column++) {
            float[] values = all.extras[column];
            for (int row = 0; row < all.size(); row++) {
                into[column][row] = all.remembered(row) ? Float.NaN : values[all.fileRow[row]];
            }
        }
    }
}
