package io.millwright.templates.learning.boosting;

/**
 * Decides which round was best and when to stop, by the validation loss: the area under the precision-recall curve of a few
 * hundred positives jumps about, and stopped too early. Looks at the mean of some rounds, since single ones are luck.
 */
final class BestRound {

    private static final int SMOOTHED = 10;

    private final BoostingOptions options;
    private final double[] recent = new double[SMOOTHED];
    private double least = Double.POSITIVE_INFINITY;
    private int round = 1;

    BestRound(BoostingOptions options) {
        this.options = options;
    }

    /** Takes the loss of a round; true when more rounds promise nothing. */
    boolean enough(int number, double loss) {
        recent[(number - 1) % SMOOTHED] = loss;
        int have = Math.min(number, SMOOTHED);
        double sum = 0;
        for (int at = 0; at < have; at++) {
            sum += recent[at];
        }
        if (sum / have < least) {
            least = sum / have;
            round = number;
        }
        return options.pace().patience() > 0 && number - round >= options.pace().patience();
    }

    int round() {
        return round;
    }
}
