package io.millwright.templates.fraud.evaluation;

import io.millwright.templates.learning.metrics.Ranking;

/**
 * Rows scored by a model that had not seen them.
 *
 * @param rows of the transactions
 * @param probabilities calibrated, one per row
 * @param labels 0 or 1, one per row
 */
public record Judged(int[] rows, double[] probabilities, byte[] labels) {

    public Ranking ranking() {
        return new Ranking(probabilities, labels);
    }

    public int frauds() {
        int frauds = 0;
        for (byte label : labels) {
            frauds += label;
        }
        return frauds;
    }
}
