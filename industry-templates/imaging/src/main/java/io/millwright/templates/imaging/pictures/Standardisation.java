package io.millwright.templates.imaging.pictures;

/**
 * How brightness is made comparable.
 *
 * @param byImage whether each image is brought to mean 0 and deviation 1 by itself, so that exposure does not matter
 * @param mean of the images learnt from, 0 to 1, where brightness itself tells
 * @param deviation likewise
 */
public record Standardisation(boolean byImage, double mean, double deviation) {

    private static final double EVEN = 1e-3;

    /** @param values 0 to 1; changed in place */
    void apply(float[] values, int from, int length) {
        double middle = mean;
        double spread = deviation;
        if (byImage) {
            double sum = 0;
            double squares = 0;
            for (int at = from; at < from + length; at++) {
                sum += values[at];
                squares += (double) values[at] * values[at];
            }
            middle = sum / length;
            spread = Math.sqrt(Math.max(0, squares / length - middle * middle));
        }
        float centre = (float) middle;
        float scale = (float) (1 / Math.max(spread, EVEN));
        for (int at = from; at < from + length; at++) {
            values[at] = (values[at] - centre) * scale;
        }
    }
}
