package io.millwright.templates.learning.trees;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deep trees and those that split by categories. Nodes of all trees lie in one array, a node's right child behind its left
 * one, and a leaf is its own left child: so a walk takes the same number of steps for every row.
 */
final class LinkedTrees {

    /** Of a node in the array: the key of the row to look at, the limit, the left child, what a leaf adds. */
    private static final int NODE = 4;

    private static final int LIMIT = 1;
    private static final int LEFT = 2;
    private static final int LEAF = 3;

    private final int[] root;
    private final int[] depth;
    private final boolean[] categories;
    private final int[] nodes;
    private final @Nullable BitSet[] rightCategories;

    /** Holds all but those that {@link PerfectTrees} holds. */
    LinkedTrees(List<ModelTree> trees, PerfectTrees others) {
        root = new int[trees.size()];
        depth = new int[trees.size()];
        categories = new boolean[trees.size()];
        int count = 0;
        for (int tree = 0; tree < root.length; tree++) {
            count += others.has(tree) ? 0 : trees.get(tree).left().length;
        }
        nodes = new int[count * NODE];
        rightCategories = new BitSet[count];
        int next = 0;
        for (int tree = 0; tree < root.length; tree++) {
            if (!others.has(tree)) {
                root[tree] = next * NODE;
                depth[tree] = trees.get(tree).depth(0);
                categories[tree] = !trees.get(tree).rightCategories().isEmpty();
                next = place(trees.get(tree), next);
            }
        }
    }

    /** Breadth first; children of a node side by side. */
    private int place(ModelTree tree, int first) {
        int[] from = new int[tree.left().length];
        int placed = 1;
        for (int at = 0; at < placed; at++) {
            int node = from[at];
            int here = (first + at) * NODE;
            if (tree.leaf(node)) {
                // nothing is as great: every row stays
                nodes[here + LIMIT] = Integer.MAX_VALUE;
                nodes[here + LEFT] = here;
                nodes[here + LEAF] = Float.floatToRawIntBits(tree.value()[node]);
                continue;
            }
            nodes[here] = 2 * tree.column()[node] + (tree.missingLeft()[node] == 0 ? 1 : 0);
            nodes[here + LIMIT] = Keys.of(tree.value()[node]);
            nodes[here + LEFT] = (first + placed) * NODE;
            rightCategories[first + at] = tree.rightCategories().get(node);
            from[placed++] = tree.left()[node];
            from[placed++] = tree.right()[node];
        }
        return first + placed;
    }

    /**
     * Adds what a tree says of each row.
     *
     * @param cells of the rows, from a position on
     * @param keys of the rows, two of each cell
     */
    void add(int tree, int rows, float[] cells, int from, int width, int[] keys, float[] sums) {
        for (int row = 0; row < rows; row++) {
            int node = categories[tree]
                    ? walkCategories(root[tree], depth[tree], keys, cells, row * width, from)
                    : walk(root[tree], depth[tree], keys, row * width * 2);
            sums[row] += Float.intBitsToFloat(nodes[node + LEAF]);
        }
    }

    private int walk(int first, int steps, int[] keys, int at) {
        int node = first;
        for (int step = 0; step < steps; step++) {
            // 1 where the key is not below the limit
            long right = ((long) nodes[node + LIMIT] - 1 - keys[at + nodes[node]]) >>> 63;
            node = nodes[node + LEFT] + (int) right * NODE;
        }
        return node;
    }

    private int walkCategories(int first, int steps, int[] keys, float[] cells, int row, int from) {
        int node = first;
        for (int step = 0; step < steps; step++) {
            BitSet codes = rightCategories[node / NODE];
            float value = cells[from + row + nodes[node] / 2];
            if (codes == null || Float.isNaN(value)) {
                long right = ((long) nodes[node + LIMIT] - 1 - keys[row * 2 + nodes[node]]) >>> 63;
                node = nodes[node + LEFT] + (int) right * NODE;
            } else {
                node = nodes[node + LEFT] + (value >= 0 && codes.get((int) value) ? NODE : 0);
            }
        }
        return node;
    }
}
