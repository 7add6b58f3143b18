package io.millwright.templates.learning.boosting;

/**
 * How far each tree may go into detail.
 *
 * @param depth levels of a tree
 * @param minimumChildWeight least curvature in a leaf
 * @param lambda L2 penalty on leaves
 * @param bins steps into which each column is cut; rare large values need many
 */
public record TreeShape(int depth, double minimumChildWeight, double lambda, int bins) {

    /** The same with other levels. */
    public TreeShape withDepth(int another) {
        return new TreeShape(another, minimumChildWeight, lambda, bins);
    }
}
