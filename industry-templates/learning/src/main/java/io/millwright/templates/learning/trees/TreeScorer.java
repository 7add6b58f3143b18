package io.millwright.templates.learning.trees;

import io.millwright.templates.learning.boosting.Matrix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores rows with the trees of XGBoost in the JVM: no native memory, no copy of the rows, microseconds for a single one.
 * Adds up in the same order and with the same width as the library. Safe to use from any thread.
 *
 * <p>Nodes of all trees lie in one array, a node's right child behind its left one, and a leaf is its own left child: so a walk
 * takes the same number of steps for every row. Numbers are compared as whole numbers of the same order, and a missing one as
 * the least or the greatest, as the node sends it: so there is no branch that could be guessed wrongly.
 */
public final class TreeScorer {
    /** Rows that walk through a tree together, so that its nodes stay near. */
    private static final int BLOCK = 64;

    /** Of a node in the array: the key of the row to look at, the limit, the left child, what a leaf adds. */
    private static final int NODE = 4;

    private static final int LIMIT = 1;
    private static final int LEFT = 2;
    private static final int LEAF = 3;

    private final int[] root;
    private final int[] depth;
    private final int[] nodes;
    private final @Nullable BitSet[] rightCategories;
    private final boolean anyCategories;
    private final float start;
    private final boolean logistic;

    private TreeScorer(List<ModelTree> trees, float start, boolean logistic) {
        int count = trees.stream().mapToInt(tree -> tree.left().length).sum();
        root = new int[trees.size()];
        depth = new int[trees.size()];
        nodes = new int[count * NODE];
        rightCategories = new BitSet[count];
        this.start = start;
        this.logistic = logistic;
        int next = 0;
        for (int tree = 0; tree < root.length; tree++) {
            root[tree] = next * NODE;
            depth[tree] = trees.get(tree).depth(0);
            next = place(trees.get(tree), next);
        }
        anyCategories = Arrays.stream(rightCategories).anyMatch(codes -> codes != null);
    }

    /**
     * @param ubjson a model file of XGBoost for a yes-or-no question or for an amount, of one output
     * @param trees how many of its trees count, from the first
     * @throws IllegalArgumentException when it is something else
     */
    public static TreeScorer of(byte[] ubjson, int trees) {
        ModelDocument document = ModelDocument.read(ubjson);
        boolean logistic = document.objective().equals("binary:logistic");
        if (!logistic && !document.objective().equals("reg:squarederror")) {
            throw new IllegalArgumentException("no scoring of the objective " + document.objective());
        }
        float given = document.start();
        float start = logistic ? (float) -Math.log(1 / (double) given - 1) : given;
        return new TreeScorer(
                document.trees().subList(0, trees).stream().map(ModelTree::of).toList(), start, logistic);
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
            nodes[here + LIMIT] = key(tree.value()[node]);
            nodes[here + LEFT] = (first + placed) * NODE;
            rightCategories[first + at] = tree.rightCategories().get(node);
            from[placed++] = tree.left()[node];
            from[placed++] = tree.right()[node];
        }
        return first + placed;
    }

    /** What the model says of each row: a probability, or an amount. */
    public double[] scores(Matrix matrix) {
        double[] scores = new double[matrix.rows()];
        float[] sums = new float[BLOCK];
        int[] keys = new int[BLOCK * matrix.columns() * 2];
        for (int row = 0; row < scores.length; row += BLOCK) {
            int rows = Math.min(BLOCK, scores.length - row);
            Arrays.fill(sums, start);
            add(matrix.cells(), row * matrix.columns(), matrix.columns(), rows, keys, sums);
            for (int at = 0; at < rows; at++) {
                scores[row + at] = said(sums[at]);
            }
        }
        return scores;
    }

    /** What the model says of one row. */
    public double score(float[] cells) {
        float[] sum = {start};
        add(cells, 0, cells.length, 1, new int[cells.length * 2], sum);
        return said(sum[0]);
    }

    private double said(float sum) {
        return logistic ? (float) (1 / (1 + Math.exp(-sum))) : sum;
    }

    private void add(float[] cells, int from, int width, int rows, int[] keys, float[] sums) {
        for (int cell = 0; cell < rows * width; cell++) {
            float value = cells[from + cell];
            boolean missing = Float.isNaN(value);
            keys[2 * cell] = missing ? Integer.MIN_VALUE : key(value);
            keys[2 * cell + 1] = missing ? Integer.MAX_VALUE : keys[2 * cell];
        }
        for (int tree = 0; tree < root.length; tree++) {
            for (int row = 0; row < rows; row++) {
                int node = anyCategories
                        ? walkCategories(root[tree], depth[tree], keys, cells, row * width, from)
                        : walk(root[tree], depth[tree], keys, row * width * 2);
                sums[row] += Float.intBitsToFloat(nodes[node + LEAF]);
            }
        }
    }

    /** Whole numbers in the order of the numbers. */
    private static int key(float value) {
        // adding 0 makes one of the two zeros
        int bits = Float.floatToRawIntBits(value + 0f);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
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
