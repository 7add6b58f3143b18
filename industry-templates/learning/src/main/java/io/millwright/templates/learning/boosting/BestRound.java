package io.millwright.templates.learning.boosting;

/** Decides which round was best and when to stop; looks at the mean of some rounds, since single ones are luck. */
final class BestRound {

    private static final int SMOOTHED = 10;

    private final BoostingOptions options;
    private final double[] recent = new double[SMOOTHED];
    private double best = Double.NEGATIVE_INFINITY;
    private int round = 1;

    BestRound(BoostingOptions options) {
        this.options = options;
    }

    /** Takes the figure of a round, larger is better; true when more rounds promise nothing. */
    boolean enough(int number, double figure) {
        recent[(number - 1) % SMOOTHED] = figure;
        int have = Math.min(number, SMOOTHED);
        double sum = 0;
        for (int at = 0; at < have; at++) {
            sum += recent[at];
        }
        if (sum / have > best) {
            best = sum / have;
            round = number;
        }
        return options.patience() > 0 && number - round >= options.patience();
    }

    int round() {
        return round;
    }
}
