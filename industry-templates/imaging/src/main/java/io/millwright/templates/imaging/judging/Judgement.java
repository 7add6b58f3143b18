package io.millwright.templates.imaging.judging;

/**
 * What was said of some images.
 *
 * @param rows of the dataset
 * @param probabilities image × class
 * @param strangeness above 1: hardly like any image learnt from
 */
public record Judgement(int[] rows, double[][] probabilities, double[] strangeness) {

    /** From here on an image is strange. */
    public static final double STRANGE = 1;

    private static final double SURE = 0.2;

    /** The likeliest class. */
    public int best(int at) {
        int best = 0;
        for (int output = 1; output < probabilities[at].length; output++) {
            best = probabilities[at][output] > probabilities[at][best] ? output : best;
        }
        return best;
    }

    /** How far the likeliest class is before the next, or a yes from a no. */
    public double margin(int at, boolean exclusive) {
        double[] shares = probabilities[at];
        if (!exclusive) {
            double least = 1;
            for (double share : shares) {
                least = Math.min(least, 2 * Math.abs(share - 0.5));
            }
            return least;
        }
        double next = 0;
        for (int output = 0; output < shares.length; output++) {
            next = output == best(at) ? next : Math.max(next, shares[output]);
        }
        return shares[best(at)] - next;
    }

    public boolean uncertain(int at, boolean exclusive) {
        return margin(at, exclusive) < SURE;
    }

    public boolean strange(int at) {
        return strangeness[at] > STRANGE;
    }
}
