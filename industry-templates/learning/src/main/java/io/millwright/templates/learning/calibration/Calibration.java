package io.millwright.templates.learning.calibration;

/**
 * Maps a raw score between 0 and 1 to a probability, never changing the order of two scores.
 *
 * <p>Fitted on rows that the model has not learnt from.
 */
public sealed interface Calibration permits Logistic, Isotonic {

    /** @param score raw, 0 to 1 */
    double probability(double score);

    /** For many scores. */
    default double[] probabilities(double[] scores) {
        double[] result = new double[scores.length];
        for (int row = 0; row < result.length; row++) {
            result[row] = probability(scores[row]);
        }
        return result;
    }

    /** Isotonic where there is enough to see the shape, else the two-parameter curve. */
    static Calibration fit(double[] scores, byte[] labels) {
        int positives = 0;
        for (byte label : labels) {
            positives += label;
        }
        int rarer = Math.min(positives, labels.length - positives);
        return rarer >= Isotonic.ENOUGH ? Isotonic.fit(scores, labels) : Logistic.fit(scores, labels);
    }
}
