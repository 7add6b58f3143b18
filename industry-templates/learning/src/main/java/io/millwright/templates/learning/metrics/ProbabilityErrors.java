package io.millwright.templates.learning.metrics;

import java.util.ArrayList;
import java.util.List;

/** How far probabilities can be taken at their word. */
public final class ProbabilityErrors {

    /** Rows of like probability: what was promised and what came. */
    public record Bin(double promised, double observed, int rows) {}

    private ProbabilityErrors() {}

    /** Mean squared distance of the probability from what happened (Brier 1950); NaN without rows. */
    public static double brier(double[] probabilities, byte[] labels) {
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            double distance = probabilities[row] - labels[row];
            sum += distance * distance;
        }
        return sum / labels.length;
    }

    /** Bins of equally many rows by rising probability. */
    public static List<Bin> bins(double[] probabilities, byte[] labels, int count) {
        int[] order = Order.ascending(probabilities);
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < count; bin++) {
            int start = (int) ((long) order.length * bin / count);
            int end = (int) ((long) order.length * (bin + 1) / count);
            if (end > start) {
                bins.add(bin(probabilities, labels, order, start, end));
            }
        }
        return bins;
    }

    /**
     * Expected calibration error: the distance between promised and observed share, averaged over bins of equally many
     * rows; NaN without rows.
     */
    public static double calibrationError(double[] probabilities, byte[] labels, int count) {
        double sum = 0;
        for (Bin bin : bins(probabilities, labels, count)) {
            sum += Math.abs(bin.promised() - bin.observed()) * bin.rows();
        }
        return sum / labels.length;
    }

    private static Bin bin(double[] probabilities, byte[] labels, int[] order, int start, int end) {
        double promised = 0;
        int positives = 0;
        for (int at = start; at < end; at++) {
            promised += probabilities[order[at]];
            positives += labels[order[at]];
        }
        int rows = end - start;
        return new Bin(promised / rows, (double) positives / rows, rows);
    }
}
