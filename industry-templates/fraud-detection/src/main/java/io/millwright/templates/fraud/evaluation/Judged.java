package io.millwright.templates.fraud.evaluation;

import io.millwright.templates.learning.metrics.Ranking;

/**
 * Rows scored by a model that had not seen them.
 *
 * @param rows of the transactions
 * @param scores raw, one per row; they rank the rows, since of several folds each has a calibration of its own
 * @param probabilities calibrated, one per row
 * @param labels 0 or 1, one per row
 */
public record Judged(int[] rows, double[] scores, double[] probabilities, byte[] labels) {

    /** Where all probabilities come from one calibration, which keeps their order. */
    public Judged(int[] rows, double[] probabilities, byte[] labels) {
        this(rows, probabilities, probabilities, labels);
    }

    public Ranking ranking() {
        return new Ranking(scores, labels);
    }

    public int frauds() {
        int frauds = 0;
        for (byte label : labels) {
            frauds += label;
        }
        return frauds;
    }
}
