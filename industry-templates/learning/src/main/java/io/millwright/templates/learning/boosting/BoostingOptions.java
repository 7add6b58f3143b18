package io.millwright.templates.learning.boosting;

import java.util.HashMap;
import java.util.Map;

/**
 * How trees are grown. The meaning of each number is XGBoost's.
 *
 * @param seed of the sampling
 * @param device where; on a processor each booster has one thread: the same result on any number of cores
 * @param objective what trees are grown to get right
 */
public record BoostingOptions(
        Pace pace, TreeShape shape, Sampling sampling, long seed, TreeDevice device, Objective objective) {

    /** For a yes-or-no question, on the processor; {@code with…} and {@code on} change the rest. */
    public static BoostingOptions of(Pace pace, TreeShape shape, Sampling sampling) {
        return new BoostingOptions(pace, shape, sampling, 0, TreeDevice.PROCESSOR, Objective.LOGISTIC);
    }

    public int rounds() {
        return pace.rounds();
    }

    /** The same at another pace. */
    public BoostingOptions with(Pace another) {
        return new BoostingOptions(another, shape, sampling, seed, device, objective);
    }

    /** The same with trees of another shape. */
    public BoostingOptions with(TreeShape another) {
        return new BoostingOptions(pace, another, sampling, seed, device, objective);
    }

    /** The same with other shares of rows and columns. */
    public BoostingOptions with(Sampling another) {
        return new BoostingOptions(pace, shape, another, seed, device, objective);
    }

    /** The same with another number of rounds and no early stop. */
    public BoostingOptions withExactly(int exactRounds) {
        return with(Pace.exactly(exactRounds, pace.learningRate()));
    }

    /** The same with another seed, as for the members of an average. */
    public BoostingOptions withSeed(long another) {
        return new BoostingOptions(pace, shape, sampling, another, device, objective);
    }

    /** The same for another objective. */
    public BoostingOptions withObjective(Objective another) {
        return new BoostingOptions(pace, shape, sampling, seed, device, another);
    }

    /** The same on another device. */
    public BoostingOptions on(TreeDevice another) {
        return new BoostingOptions(pace, shape, sampling, seed, another, objective);
    }

    Map<String, Object> parameters(Labelled training) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("objective", objective.engineName());
        parameters.put("tree_method", "hist");
        parameters.put("base_score", objective.start(training));
        parameters.put("eta", pace.learningRate());
        parameters.put("max_depth", shape.depth());
        parameters.put("min_child_weight", shape.minimumChildWeight());
        parameters.put("subsample", sampling.rows());
        parameters.put("colsample_bytree", sampling.columns());
        parameters.put("lambda", shape.lambda());
        parameters.put("max_bin", shape.bins());
        parameters.put("seed", Math.floorMod(seed, Integer.MAX_VALUE));
        parameters.put("device", device.engineName());
        parameters.put("nthread", 1);
        parameters.put("verbosity", 1);
        return parameters;
    }
}
