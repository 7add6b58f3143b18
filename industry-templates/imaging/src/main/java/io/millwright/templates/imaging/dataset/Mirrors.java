package io.millwright.templates.imaging.dataset;

import io.millwright.templates.learning.images.Pixels;
import io.millwright.templates.learning.images.Resizer;
import io.millwright.templates.learning.split.Thinned;
import java.util.Arrays;

/**
 * Whether a mirrored image still shows the same. Each image has a margin: how much more like the likest of its own class it is
 * than like the likest of the others (the hypothesis margin of Crammer et al. 2002). If mirror images of the others may be
 * compared with as well, the margins of letters and digits shrink, since some look like another one mirrored; those of
 * photographs and X-rays hardly do. Margins are asked and not errors, because few images to compare with make few errors.
 */
public final class Mirrors {

    private static final int SIDE = 12;
    private static final int MOST = 1_000;

    /** Standard errors of the mean change that is not there by chance. */
    private static final double CLEAR = 3;

    /**
     * Share of the margins' size by which they shrink at least. Measured with 1,000 images: digits .06 to .08, threes and eights .11
     * to .12; clothes, shoes, X-rays .00 to .02.
     */
    private static final double MUCH = 0.035;

    private static final float FLAT = 1e-6f;

    private final byte[][] truth;
    private final float[][] plain;
    private final float[][] mirrored;
    private final Likest alone;
    private final Likest among;

    private Mirrors(byte[][] truth, float[][] plain, float[][] mirrored) {
        this.truth = truth;
        this.plain = plain;
        this.mirrored = mirrored;
        this.alone = new Likest(truth.length);
        this.among = new Likest(truth.length);
    }

    /** @param rows to learn from; only these are looked at */
    public static boolean mislead(Pictures pictures, Classes classes, int[] rows) {
        int[] some = Thinned.evenly(Arrays.stream(rows).filter(classes::known).toArray(), MOST);
        byte[][] truth = new byte[some.length][];
        float[][] plain = new float[some.length][];
        float[][] mirrored = new float[some.length][];
        for (int at = 0; at < some.length; at++) {
            int row = some[at];
            truth[at] = classes.truth()[row];
            Pixels small = Resizer.resize(pictures.pixels(row).grey(), SIDE, SIDE);
            plain[at] = standardised(small, false);
            mirrored[at] = standardised(small, true);
        }
        return new Mirrors(truth, plain, mirrored).mislead();
    }

    private boolean mislead() {
        compare();
        int count = 0;
        double[] margins = new double[truth.length];
        double[] changes = new double[truth.length];
        for (int at = 0; at < truth.length; at++) {
            double margin = alone.margin(at);
            if (Double.isFinite(margin)) {
                margins[count] = margin;
                changes[count++] = among.margin(at) - margin;
            }
        }
        if (count < 2) {
            return false;
        }
        double mean = Arrays.stream(changes, 0, count).sum() / count;
        double spread = size(changes, count, mean) * Math.sqrt(count / (count - 1.0));
        return mean < -CLEAR * spread / Math.sqrt(count) && mean < -MUCH * size(margins, count, 0);
    }

    /** A mirror image is as like another as that one's mirror image is like it, so each pair is compared once. */
    private void compare() {
        for (int one = 0; one < plain.length; one++) {
            for (int other = 0; other < one; other++) {
                boolean same = Arrays.equals(truth[one], truth[other]);
                float like = product(plain[one], plain[other]);
                alone.take(one, other, same, like);
                among.take(one, other, same, Math.max(like, product(plain[one], mirrored[other])));
            }
        }
    }

    /** How like the likest image of the same class and of another is to each; unending where there is none. */
    private record Likest(float[] own, float[] others) {

        Likest(int images) {
            this(new float[images], new float[images]);
            Arrays.fill(own, Float.NEGATIVE_INFINITY);
            Arrays.fill(others, Float.NEGATIVE_INFINITY);
        }

        void take(int one, int other, boolean same, float like) {
            float[] likest = same ? own : others;
            likest[one] = Math.max(likest[one], like);
            likest[other] = Math.max(likest[other], like);
        }

        double margin(int at) {
            return own[at] - others[at];
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

    /** Root of the mean square of how far values are from a middle. */
    private static double size(double[] values, int count, double middle) {
        double squares = Arrays.stream(values, 0, count)
                .map(value -> (value - middle) * (value - middle))
                .sum();
        return Math.sqrt(squares / count);
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
