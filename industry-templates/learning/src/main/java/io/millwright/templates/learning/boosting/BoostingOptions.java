package io.millwright.templates.learning.boosting;

import java.util.HashMap;
import java.util.Map;

/**
 * How trees are grown. The meaning of each is XGBoost's.
 *
 * @param rounds trees in sequence; the most there can be when training stops early
 * @param patience rounds without a better validation figure after which training stops; 0 = never early
 * @param learningRate share of each round's correction that is taken
 * @param depth levels of each tree
 * @param minimumChildWeight least curvature in a leaf
 * @param rowShare share of the rows each tree sees
 * @param columnShare share of the columns each tree sees
 * @param lambda L2 penalty on leaves
 * @param bins steps into which each column is cut; rare large values need many
 * @param seed of the sampling
 * @param threads of the engine; the result depends on it in the last digits, so a template fixes it
 */
public record BoostingOptions(
        int rounds,
        int patience,
        double learningRate,
        int depth,
        double minimumChildWeight,
        double rowShare,
        double columnShare,
        double lambda,
        int bins,
        long seed,
        int threads) {

    /** The same with another number of rounds and no early stop. */
    public BoostingOptions withExactly(int exactRounds) {
        return new BoostingOptions(
                exactRounds,
                0,
                learningRate,
                depth,
                minimumChildWeight,
                rowShare,
                columnShare,
                lambda,
                bins,
                seed,
                threads);
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("objective", "binary:logistic");
        parameters.put("tree_method", "hist");
        // The automatic start value costs precision on rare positives.
        parameters.put("base_score", 0.5);
        parameters.put("eta", learningRate);
        parameters.put("max_depth", depth);
        parameters.put("min_child_weight", minimumChildWeight);
        parameters.put("subsample", rowShare);
        parameters.put("colsample_bytree", columnShare);
        parameters.put("lambda", lambda);
        parameters.put("max_bin", bins);
        parameters.put("seed", Math.floorMod(seed, Integer.MAX_VALUE));
        parameters.put("nthread", threads);
        parameters.put("verbosity", 1);
        return parameters;
    }
}
