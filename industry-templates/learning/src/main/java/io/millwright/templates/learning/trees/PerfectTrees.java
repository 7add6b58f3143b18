package io.millwright.templates.learning.trees;

import java.util.List;

/**
 * Shallow trees that split by numbers only, each filled up to a perfect one: a node's children are found by its position, so
 * a step is one look at the node, one at the row, and no branch that could be guessed wrongly. Four rows walk at a time,
 * which keeps the processor busy while one of them waits.
 */
final class PerfectTrees {

    /** Deeper ones would be mostly filling. */
    static final int DEEPEST = 8;

    private static final int SIDE_BY_SIDE = 4;

    private final int[] depth;
    /** Where a tree's nodes begin, from its root at 1 on; its leaves begin at the same place. */
    private final int[] first;
    /** The greatest key that goes left in the upper half, the position of the row's key in the lower. */
    private final long[] nodes;

    private final float[] leaves;

    PerfectTrees(List<ModelTree> trees) {
        depth = new int[trees.size()];
        first = new int[trees.size()];
        int size = 0;
        for (int tree = 0; tree < depth.length; tree++) {
            depth[tree] = suits(trees.get(tree)) ? trees.get(tree).depth(0) : -1;
            first[tree] = size;
            size += depth[tree] < 0 ? 0 : 1 << depth[tree];
        }
        nodes = new long[size];
        leaves = new float[size];
        for (int tree = 0; tree < depth.length; tree++) {
            if (depth[tree] >= 0) {
                place(trees.get(tree), 0, tree, 1, 0);
            }
        }
    }

    static boolean suits(ModelTree tree) {
        return tree.rightCategories().isEmpty() && tree.depth(0) <= DEEPEST;
    }

    boolean has(int tree) {
        return depth[tree] >= 0;
    }

    /** What a leaf above the bottom adds stands in all places below it. */
    private void place(ModelTree from, int node, int tree, int at, int level) {
        if (level == depth[tree]) {
            leaves[first[tree] + at - (1 << level)] = from.value()[node];
            return;
        }
        boolean leaf = from.leaf(node);
        // nothing is as great: every row goes left
        long greatestLeft = leaf ? Integer.MAX_VALUE : Keys.of(from.value()[node]) - 1;
        long key = leaf ? 0 : 2 * from.column()[node] + (from.missingLeft()[node] == 0 ? 1 : 0);
        nodes[first[tree] + at] = greatestLeft << 32 | key;
        place(from, leaf ? node : from.left()[node], tree, 2 * at, level + 1);
        place(from, leaf ? node : from.right()[node], tree, 2 * at + 1, level + 1);
    }

    /**
     * Adds what a tree says of each row.
     *
     * @param keys of the rows, {@code width} of each
     */
    void add(int tree, int rows, int[] keys, int width, float[] sums) {
        int start = first[tree];
        int steps = depth[tree];
        int bottom = start - (1 << steps);
        int row = 0;
        for (; row + SIDE_BY_SIDE <= rows; row += SIDE_BY_SIDE) {
            int from1 = row * width;
            int from2 = from1 + width;
            int from3 = from2 + width;
            int from4 = from3 + width;
            int at1 = 1;
            int at2 = 1;
            int at3 = 1;
            int at4 = 1;
            for (int step = 0; step < steps; step++) {
                at1 = below(at1, nodes[start + at1], keys, from1);
                at2 = below(at2, nodes[start + at2], keys, from2);
                at3 = below(at3, nodes[start + at3], keys, from3);
                at4 = below(at4, nodes[start + at4], keys, from4);
            }
            sums[row] += leaves[bottom + at1];
            sums[row + 1] += leaves[bottom + at2];
            sums[row + 2] += leaves[bottom + at3];
            sums[row + 3] += leaves[bottom + at4];
        }
        for (; row < rows; row++) {
            int at = 1;
            for (int step = 0; step < steps; step++) {
                at = below(at, nodes[start + at], keys, row * width);
            }
            sums[row] += leaves[bottom + at];
        }
    }

    /** The sign of the difference is 1 where the key is greater than what goes left. */
    private static int below(int at, long node, int[] keys, int from) {
        return 2 * at + (int) ((node >> 32) - keys[from + (int) node] >>> 63);
    }
}
