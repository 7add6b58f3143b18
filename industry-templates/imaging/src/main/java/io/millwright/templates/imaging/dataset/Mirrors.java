package io.millwright.templates.imaging.dataset;

import io.millwright.templates.learning.images.Pixels;
import io.millwright.templates.learning.images.Resizer;

/**
 * Whether a mirrored image still shows the same, found by neighbours: each image is answered as the one that is most like it,
 * once among the others and once among these and their mirror images. Letters and digits are taken for others then; photographs
 * and textures are not.
 */
public final class Mirrors {

    private static final int SIDE = 16;
    private static final int MOST = 1_500;

    /** Standard deviations of a count that is not there by chance. */
    private static final double CLEAR = 2;

    private static final double FLAT = 1e-6;

    private Mirrors() {}

    /** @param rows to learn from; only these are looked at */
    public static boolean mislead(Pictures pictures, Classes classes, int[] rows) {
        int step = Math.max(1, (rows.length + MOST - 1) / MOST);
        int count = (rows.length + step - 1) / step;
        float[][] plain = new float[count][];
        float[][] mirrored = new float[count][];
        for (int at = 0; at < count; at++) {
            Pixels small = Resizer.resize(pictures.pixels(rows[at * step]).grey(), SIDE, SIDE);
            plain[at] = standardised(small, false);
            mirrored[at] = standardised(small, true);
        }
        int[] alone = new int[count];
        int[] among = new int[count];
        nearest(plain, mirrored, alone, among);
        int worse = 0;
        int better = 0;
        for (int at = 0; at < count; at++) {
            int difference = wrong(classes, rows[at * step], rows[among[at] * step])
                    - wrong(classes, rows[at * step], rows[alone[at] * step]);
            worse += difference > 0 ? 1 : 0;
            better += difference < 0 ? 1 : 0;
        }
        return worse - better > CLEAR * Math.sqrt(worse + better);
    }

    /** A mirror image is as like another as that one's mirror image is like it, so each pair is compared once. */
    private static void nearest(float[][] plain, float[][] mirrored, int[] alone, int[] among) {
        float[] likest = new float[plain.length];
        float[] likestOfAll = new float[plain.length];
        java.util.Arrays.fill(likest, Float.NEGATIVE_INFINITY);
        java.util.Arrays.fill(likestOfAll, Float.NEGATIVE_INFINITY);
        for (int one = 0; one < plain.length; one++) {
            for (int other = 0; other < one; other++) {
                float like = product(plain[one], plain[other]);
                float either = Math.max(like, product(plain[one], mirrored[other]));
                take(one, other, like, likest, alone);
                take(other, one, like, likest, alone);
                take(one, other, either, likestOfAll, among);
                take(other, one, either, likestOfAll, among);
            }
        }
    }

    private static void take(int at, int neighbour, float like, float[] likest, int[] nearest) {
        if (like > likest[at]) {
            likest[at] = like;
            nearest[at] = neighbour;
        }
    }

    /** Four sums side by side: one alone would wait for itself at each step, and a million pairs are compared. */
    private static float product(float[] one, float[] other) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        for (int at = 0; at < SIDE * SIDE; at += 4) {
            first += one[at] * other[at];
            second += one[at + 1] * other[at + 1];
            third += one[at + 2] * other[at + 2];
            fourth += one[at + 3] * other[at + 3];
        }
        return first + second + (third + fourth);
    }

    /** Classes that an image and its neighbour do not share. */
    private static int wrong(Classes classes, int row, int neighbour) {
        byte[] truth = classes.truth()[row];
        byte[] said = classes.truth()[neighbour];
        int wrong = 0;
        for (int at = 0; truth != null && said != null && at < truth.length; at++) {
            wrong += truth[at] == said[at] ? 0 : 1;
        }
        return wrong;
    }

    private static float[] standardised(Pixels small, boolean mirrored) {
        double mean = 0;
        double squares = 0;
        float[] values = new float[SIDE * SIDE];
        for (int at = 0; at < values.length; at++) {
            int x = at % SIDE;
            values[at] = small.value(0, at / SIDE, mirrored ? SIDE - 1 - x : x);
            mean += values[at] / values.length;
        }
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        double length = Math.sqrt(squares) + FLAT;
        for (int at = 0; at < values.length; at++) {
            values[at] = (float) ((values[at] - mean) / length);
        }
        return values;
    }
}
