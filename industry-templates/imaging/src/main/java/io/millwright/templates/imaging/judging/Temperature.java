package io.millwright.templates.imaging.judging;

/** One number that logits are divided by so that probabilities can be taken at their word (Guo et al. 2017). */
public final class Temperature {

    private static final double LEAST = 0.05;
    private static final double MOST = 20;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private Temperature() {}

    /**
     * The one with the least log loss on images that were not learnt from, and on as good as one more that is something else
     * (Platt 1999): however right a few images are, nothing is certain by them. 1 without any.
     */
    public static double fit(double[][] logits, byte[][] truth, boolean exclusive) {
        if (logits.length == 0) {
            return 1;
        }
        double doubt = 1.0 / (logits.length + 2);
        double low = StrictMath.log(LEAST);
        double high = StrictMath.log(MOST);
        while (high - low > 1e-4) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (loss(logits, truth, exclusive, StrictMath.exp(left), doubt)
                    < loss(logits, truth, exclusive, StrictMath.exp(right), doubt)) {
                high = right;
            } else {
                low = left;
            }
        }
        return StrictMath.exp((low + high) / 2);
    }

    /** Mean log loss of an image. */
    public static double loss(double[][] logits, byte[][] truth, boolean exclusive, double temperature) {
        return loss(logits, truth, exclusive, temperature, 0);
    }

    /** @param doubt share of an image that is taken for one of other classes */
    private static double loss(double[][] logits, byte[][] truth, boolean exclusive, double temperature, double doubt) {
        double sum = 0;
        for (int row = 0; row < logits.length; row++) {
            double[] shares = probabilities(logits[row], exclusive, temperature);
            double elsewhere = exclusive ? doubt / Math.max(1, shares.length - 1) : doubt;
            for (int output = 0; output < shares.length; output++) {
                double wanted = truth[row][output] == 1 ? 1 - doubt : elsewhere;
                sum -= wanted * StrictMath.log(Math.max(1e-12, shares[output]));
                if (!exclusive) {
                    sum -= (1 - wanted) * StrictMath.log(Math.max(1e-12, 1 - shares[output]));
                }
            }
        }
        return sum / logits.length;
    }

    /** Of each output: they sum to one where classes exclude each other. */
    public static double[] probabilities(double[] logits, boolean exclusive, double temperature) {
        double[] shares = new double[logits.length];
        double most = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            most = Math.max(most, logit);
        }
        double total = 0;
        for (int output = 0; output < shares.length; output++) {
            shares[output] = exclusive
                    ? StrictMath.exp((logits[output] - most) / temperature)
                    : 1 / (1 + StrictMath.exp(-logits[output] / temperature));
            total += shares[output];
        }
        if (exclusive) {
            for (int output = 0; output < shares.length; output++) {
                shares[output] /= total;
            }
        }
        return shares;
    }
}
