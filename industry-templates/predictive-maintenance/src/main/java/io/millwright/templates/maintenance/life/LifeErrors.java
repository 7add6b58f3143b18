package io.millwright.templates.maintenance.life;

/**
 * How far estimates of the remaining life were off.
 *
 * @param rmse root of the mean squared error, of lives cut off where wear begins to show
 * @param rawRmse the same of whole lives
 * @param mae mean absolute error, cut off
 * @param phm mean of the score of the PHM 2008 challenge (Saxena et al. 2008): late by {@code d} costs {@code exp(d/10)-1},
 *     early by {@code d} costs {@code exp(d/13)-1}, cut off
 * @param late share of estimates that promised more life than there was
 */
public record LifeErrors(double rmse, double rawRmse, double mae, double phm, double late) {

    /**
     * @param estimates from 0 to the cut
     * @param truths whole remaining lives, as many, at least one
     */
    public static LifeErrors of(double[] estimates, double[] truths, double cut) {
        double square = 0;
        double raw = 0;
        double absolute = 0;
        double score = 0;
        int late = 0;
        for (int at = 0; at < estimates.length; at++) {
            double error = Math.min(estimates[at], cut) - Math.min(truths[at], cut);
            square += error * error;
            raw += (estimates[at] - truths[at]) * (estimates[at] - truths[at]);
            absolute += Math.abs(error);
            score += error < 0 ? Math.exp(-error / 13) - 1 : Math.exp(error / 10) - 1;
            late += error > 0 ? 1 : 0;
        }
        int count = estimates.length;
        return new LifeErrors(
                Math.sqrt(square / count),
                Math.sqrt(raw / count),
                absolute / count,
                score / count,
                (double) late / count);
    }
}
