package io.millwright.templates.fraud.mixture;

/** Probabilities and log odds. */
final class Margins {

    /** Nearer to 0 or 1 the scores of trees have no digits left. */
    private static final double EDGE = 1e-7;

    private Margins() {}

    /** Scores of both together, from 0 to 1. */
    static double[] mixed(double[] trees, double[] linear, double weight) {
        double[] mixed = new double[trees.length];
        for (int row = 0; row < mixed.length; row++) {
            double inside = Math.clamp(trees[row], EDGE, 1 - EDGE);
            double margin = (1 - weight) * Math.log(inside / (1 - inside)) + weight * linear[row];
            mixed[row] = 1 / (1 + Math.exp(-margin));
        }
        return mixed;
    }
}
