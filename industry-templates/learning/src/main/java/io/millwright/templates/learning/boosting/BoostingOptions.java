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
 * @param device where; on a processor each booster has one thread: the same result on any number of cores
 * @param objective what trees are grown to get right
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
        TreeDevice device,
        Objective objective) {

    /** For a yes-or-no question. */
    public BoostingOptions(
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
            TreeDevice device) {
        this(
                rounds,
                patience,
                learningRate,
                depth,
                minimumChildWeight,
                rowShare,
                columnShare,
                lambda,
                bins,
                seed,
                device,
                Objective.LOGISTIC);
    }

    /** The same with another number of rounds and no early stop. */
    public BoostingOptions withExactly(int exactRounds) {
        return with(exactRounds, 0, seed, device, objective);
    }

    /** The same with another seed, as for the members of an average. */
    public BoostingOptions withSeed(long another) {
        return with(rounds, patience, another, device, objective);
    }

    /** The same for another objective. */
    public BoostingOptions withObjective(Objective another) {
        return with(rounds, patience, seed, device, another);
    }

    /** The same on another device. */
    public BoostingOptions on(TreeDevice another) {
        return with(rounds, patience, seed, another, objective);
    }

    private BoostingOptions with(
            int otherRounds, int otherPatience, long otherSeed, TreeDevice otherDevice, Objective otherObjective) {
        return new BoostingOptions(
                otherRounds,
                otherPatience,
                learningRate,
                depth,
                minimumChildWeight,
                rowShare,
                columnShare,
                lambda,
                bins,
                otherSeed,
                otherDevice,
                otherObjective);
    }

    Map<String, Object> parameters(Labelled training) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("objective", objective.engineName());
        parameters.put("tree_method", "hist");
        parameters.put("base_score", objective.start(training));
        parameters.put("eta", learningRate);
        parameters.put("max_depth", depth);
        parameters.put("min_child_weight", minimumChildWeight);
        parameters.put("subsample", rowShare);
        parameters.put("colsample_bytree", columnShare);
        parameters.put("lambda", lambda);
        parameters.put("max_bin", bins);
        parameters.put("seed", Math.floorMod(seed, Integer.MAX_VALUE));
        parameters.put("device", device.engineName());
        parameters.put("nthread", 1);
        parameters.put("verbosity", 1);
        return parameters;
    }
}
