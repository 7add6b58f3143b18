package io.millwright.templates.learning.trees;

import io.millwright.templates.learning.boosting.Matrix;
import java.util.Arrays;
import java.util.List;

/**
 * Scores rows with the trees of XGBoost in the JVM: no native memory, no copy of the rows, microseconds for a single one.
 * Adds up in the same order and with the same width as the library. Safe to use from any thread.
 *
 * <p>Rows go through the trees in blocks, tree by tree: the keys of a block stay in the nearest cache.
 */
public final class TreeScorer {

    /** Keys of a block; two of a cell. */
    private static final int MOST_KEYS = 6_000;

    private static final int MOST_ROWS = 64;
    private static final int FEWEST_ROWS = 8;

    private final int trees;
    private final PerfectTrees perfect;
    private final LinkedTrees linked;
    private final float start;
    private final boolean logistic;

    private TreeScorer(List<ModelTree> read, float start, boolean logistic) {
        this.trees = read.size();
        this.perfect = new PerfectTrees(read);
        this.linked = new LinkedTrees(read, perfect);
        this.start = start;
        this.logistic = logistic;
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

    /** What the model says of each row: a probability, or an amount. */
    public double[] scores(Matrix matrix) {
        int width = matrix.columns();
        int block = Math.clamp(MOST_KEYS / (2 * Math.max(1, width)), FEWEST_ROWS, MOST_ROWS);
        double[] scores = new double[matrix.rows()];
        float[] sums = new float[block];
        int[] keys = new int[block * width * 2];
        for (int row = 0; row < scores.length; row += block) {
            int rows = Math.min(block, scores.length - row);
            Arrays.fill(sums, start);
            add(matrix.cells(), row * width, width, rows, keys, sums);
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
        Keys.fill(cells, from, rows * width, keys);
        for (int tree = 0; tree < trees; tree++) {
            if (perfect.has(tree)) {
                perfect.add(tree, rows, keys, 2 * width, sums);
            } else {
                linked.add(tree, rows, cells, from, width, keys, sums);
            }
        }
    }
}
