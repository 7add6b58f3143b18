package io.millwright.templates.learning.linear;

import java.util.Arrays;

/**
 * Logistic regression with an L2 penalty on the coefficients but not on the intercept, by iteratively reweighted least squares
 * (McCullagh and Nelder 1989, section 2.5).
 */
public final class LogisticRegression {

    private static final int MOST_STEPS = 50;
    private static final int MOST_HALVINGS = 20;
    private static final double SETTLED = 1e-8;
    /** Rows that are certain count as this little, so that no estimate flies off. */
    private static final double LEAST_WEIGHT = 1e-10;

    private final double[][] rows;
    private final byte[] labels;
    private final double[] penalties;

    private LogisticRegression(double[][] rows, byte[] labels, double penalty) {
        this.rows = rows;
        this.labels = labels;
        this.penalties = new double[rows[0].length + 1];
        Arrays.fill(penalties, 1, penalties.length, penalty);
    }

    /**
     * Fits {@code Σ log loss + penalty / 2 · |b|²}. Columns are taken as they are: scale them before, or the penalty bears on small
     * ones more than on large ones.
     *
     * @param rows finite values, as many in each row; at least one row
     * @param labels 0 or 1, both of them there
     * @param penalty above 0, so that there is one answer even where columns divide the labels
     * @return what {@link LinearModel#predict} gives is in log odds
     */
    public static LinearModel fit(double[][] rows, byte[] labels, double penalty) {
        if (rows.length == 0 || rows.length != labels.length || !(penalty > 0)) {
            throw new IllegalArgumentException("as many rows as labels are needed, at least one, and a penalty");
        }
        int positives = 0;
        for (byte label : labels) {
            positives += label;
        }
        if (positives == 0 || positives == labels.length) {
            throw new IllegalArgumentException("both labels are needed");
        }
        double[] start = new double[rows[0].length + 1];
        start[0] = Math.log((double) positives / (labels.length - positives));
        double[] found = new LogisticRegression(rows, labels, penalty).settle(start);
        return new LinearModel(found[0], Arrays.copyOfRange(found, 1, found.length));
    }

    /** @param start the intercept first */
    private double[] settle(double[] start) {
        double[] current = start;
        double loss = loss(current);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] next = reweighted(current);
            double nextLoss = loss(next);
            for (int halving = 0; halving < MOST_HALVINGS && !(nextLoss <= loss); halving++) {
                for (int at = 0; at < next.length; at++) {
                    next[at] = (next[at] + current[at]) / 2;
                }
                nextLoss = loss(next);
            }
            if (!(nextLoss < loss)) {
                break;
            }
            double moved = 0;
            for (int at = 0; at < next.length; at++) {
                moved = Math.max(moved, Math.abs(next[at] - current[at]));
            }
            current = next;
            loss = nextLoss;
            if (moved < SETTLED) {
                break;
            }
        }
        return current;
    }

    /** One step of Newton's method, written as least squares. */
    private double[] reweighted(double[] current) {
        NormalEquations equations = new NormalEquations(current.length);
        double[] row = new double[current.length];
        row[0] = 1;
        for (int at = 0; at < rows.length; at++) {
            System.arraycopy(rows[at], 0, row, 1, rows[at].length);
            double margin = margin(current, rows[at]);
            double probability = 1 / (1 + Math.exp(-margin));
            double weight = Math.max(LEAST_WEIGHT, probability * (1 - probability));
            equations.add(row, margin + (labels[at] - probability) / weight, weight);
        }
        return equations.solve(penalties, new double[current.length]);
    }

    private double loss(double[] current) {
        double sum = 0;
        for (int at = 0; at < rows.length; at++) {
            double margin = margin(current, rows[at]);
            double against = labels[at] == 1 ? -margin : margin;
            sum += Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against)));
        }
        for (int at = 1; at < current.length; at++) {
            sum += penalties[at] / 2 * current[at] * current[at];
        }
        return sum;
    }

    private static double margin(double[] current, double[] row) {
        double sum = current[0];
        for (int column = 0; column < row.length; column++) {
            sum += current[column + 1] * row[column];
        }
        return sum;
    }
}
