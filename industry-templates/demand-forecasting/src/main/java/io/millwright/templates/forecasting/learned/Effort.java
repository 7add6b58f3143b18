package io.millwright.templates.forecasting.learned;

import io.millwright.templates.learning.boosting.TreeDevice;
import java.util.Map;
import java.util.TreeMap;

/**
 * How trees are grown.
 *
 * @param rounds trees in sequence
 * @param learningRate share of each round's correction that is taken
 * @param depth levels of each tree
 * @param leaf least number of steps in a leaf
 * @param columns share of the columns that each tree sees
 * @param memory after which part of a typical history a step counts half
 * @param device where trees are grown
 */
public record Effort(
        int rounds, double learningRate, int depth, double leaf, double columns, double memory, TreeDevice device) {

    /** What proved itself on several kinds of demand. */
    public static Effort usual() {
        return new Effort(300, 0.05, 8, 10, 0.5, 0.4, TreeDevice.PROCESSOR);
    }

    /** Half the trees, twice as quick to learn. */
    public static Effort quick() {
        return new Effort(120, 0.1, 7, 10, 0.5, 0.4, TreeDevice.PROCESSOR);
    }

    /** Reads parameters of a trial. */
    public static Effort of(Map<String, String> parameters) {
        return new Effort(
                300,
                Double.parseDouble(parameters.get("learningRate")),
                Integer.parseInt(parameters.get("depth")),
                Double.parseDouble(parameters.get("leaf")),
                Double.parseDouble(parameters.get("columns")),
                Double.parseDouble(parameters.get("memory")),
                TreeDevice.PROCESSOR);
    }

    /** The same on another device. */
    public Effort on(TreeDevice another) {
        return new Effort(rounds, learningRate, depth, leaf, columns, memory, another);
    }

    /** As a trial has them. */
    public Map<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "learningRate", Double.toString(learningRate),
                "depth", Integer.toString(depth),
                "leaf", Double.toString(leaf),
                "columns", Double.toString(columns),
                "memory", Double.toString(memory)));
    }
}
