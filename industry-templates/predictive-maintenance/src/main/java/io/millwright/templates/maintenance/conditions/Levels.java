package io.millwright.templates.maintenance.conditions;

import java.util.Arrays;
import java.util.Optional;

/**
 * The few values around which a setting lies, such as the positions of a switch.
 *
 * @param centres ascending
 */
public record Levels(double[] centres) {

    private static final int MOST = 12;

    /** Values further apart than this share of the range belong to different levels. */
    private static final double GAP = 0.02;

    /** What may be left of the variance within levels: more, and the column is a measurement, not a switch. */
    private static final double LEFT = 1e-5;

    /** Empty where the values do not keep to a few levels. */
    public static Optional<Levels> of(float[] values) {
        double[] sorted = new double[values.length];
        int count = 0;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                sorted[count++] = value;
            }
        }
        if (count < 2) {
            return Optional.empty();
        }
        sorted = Arrays.copyOf(sorted, count);
        Arrays.sort(sorted);
        double range = sorted[count - 1] - sorted[0];
        if (range == 0) {
            return Optional.empty();
        }
        double mean = Arrays.stream(sorted).average().orElse(0);
        double total = 0;
        double within = 0;
        double[] centres = new double[MOST];
        int levels = 0;
        int first = 0;
        for (int at = 1; at <= count; at++) {
            if (at < count && sorted[at] - sorted[at - 1] <= GAP * range) {
                continue;
            }
            if (levels == MOST) {
                return Optional.empty();
            }
            double centre = Arrays.stream(sorted, first, at).average().orElse(0);
            for (int one = first; one < at; one++) {
                total += (sorted[one] - mean) * (sorted[one] - mean);
                within += (sorted[one] - centre) * (sorted[one] - centre);
            }
            centres[levels++] = centre;
            first = at;
        }
        return levels > 1 && within <= LEFT * total
                ? Optional.of(new Levels(Arrays.copyOf(centres, levels)))
                : Optional.empty();
    }

    /** The nearest level of a value; the first for a missing one; -1 for a value further off than half of the closest two. */
    int nearest(float value) {
        int best = 0;
        double closest = Double.POSITIVE_INFINITY;
        for (int at = 1; at < centres.length; at++) {
            closest = Math.min(closest, centres[at] - centres[at - 1]);
        }
        for (int at = 1; at < centres.length; at++) {
            if (Math.abs(value - centres[at]) < Math.abs(value - centres[best])) {
                best = at;
            }
        }
        return Math.abs(value - centres[best]) > closest / 2 ? -1 : best;
    }
}
