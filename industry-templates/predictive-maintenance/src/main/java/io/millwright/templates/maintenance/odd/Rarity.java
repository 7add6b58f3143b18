package io.millwright.templates.maintenance.odd;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How rare scores are among normal rows that were held out (a conformal p-value).
 *
 * @param scores ascending
 * @param shares for each the share of normal rows with at least as large a score, the row asked about counted in
 */
record Rarity(double[] scores, double[] shares) {

    private static final int POINTS = 400;

    /** Of the places, half are for the rarest twentieth. */
    private static final int UPPER = 20;

    static Rarity of(double[] normal) {
        double[] sorted = normal.clone();
        Arrays.sort(sorted);
        int rows = sorted.length;
        int upper = rows - rows / UPPER;
        int[] places = rows <= POINTS
                ? IntStream.range(0, rows).toArray()
                : IntStream.concat(
                                IntStream.range(0, POINTS / 2).map(at -> (int) ((long) at * upper / (POINTS / 2))),
                                IntStream.rangeClosed(0, POINTS / 2)
                                        .map(at -> upper + (int) ((long) at * (rows - 1 - upper) / (POINTS / 2))))
                        .distinct()
                        .toArray();
        return new Rarity(
                Arrays.stream(places).mapToDouble(at -> sorted[at]).toArray(),
                Arrays.stream(places)
                        .mapToDouble(at -> (rows - at + 1.0) / (rows + 1))
                        .toArray());
    }

    double of(double score) {
        int low = 0;
        int high = scores.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (scores[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < scores.length ? shares[low] : shares[scores.length - 1] / 2;
    }
}
