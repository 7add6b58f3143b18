package io.millwright.templates.learning.calibration;

/**
 * Platt's sigmoid over the log odds of the score, with his softened targets (Platt 1999), so that it holds with few rows.
 *
 * @param slope at least a little above 0
 * @param intercept in log odds
 */
public record Logistic(double slope, double intercept) implements Calibration {

    private static final double LEAST_SLOPE = 1e-3;
    private static final double EDGE = 1e-12;

    @Override
    public double probability(double score) {
        return 1 / (1 + Math.exp(-(slope * logOdds(score) + intercept)));
    }

    /** Newton's method on the log loss. */
    public static Logistic fit(double[] scores, byte[] labels) {
        int positives = 0;
        for (byte label : labels) {
            positives += label;
        }
        int negatives = labels.length - positives;
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1.0 / (negatives + 2.0);
        double slope = 1;
        double intercept = 0;
        for (int step = 0; step < 100; step++) {
            double gradientSlope = 0;
            double gradientIntercept = 0;
            double slopeSlope = 1e-9;
            double slopeIntercept = 0;
            double interceptIntercept = 1e-9;
            for (int row = 0; row < labels.length; row++) {
                double x = logOdds(scores[row]);
                double p = 1 / (1 + Math.exp(-(slope * x + intercept)));
                double error = p - (labels[row] == 1 ? high : low);
                double weight = p * (1 - p);
                gradientSlope += error * x;
                gradientIntercept += error;
                slopeSlope += weight * x * x;
                slopeIntercept += weight * x;
                interceptIntercept += weight;
            }
            double determinant = slopeSlope * interceptIntercept - slopeIntercept * slopeIntercept;
            double moveSlope = (interceptIntercept * gradientSlope - slopeIntercept * gradientIntercept) / determinant;
            double moveIntercept = (slopeSlope * gradientIntercept - slopeIntercept * gradientSlope) / determinant;
            if (!Double.isFinite(moveSlope) || !Double.isFinite(moveIntercept)) {
                break;
            }
            slope -= clamp(moveSlope);
            intercept -= clamp(moveIntercept);
            if (Math.abs(moveSlope) + Math.abs(moveIntercept) < 1e-9) {
                break;
            }
        }
        return new Logistic(Math.max(slope, LEAST_SLOPE), intercept);
    }

    private static double clamp(double move) {
        return Math.max(-1, Math.min(1, move));
    }

    private static double logOdds(double score) {
        double inside = Math.max(EDGE, Math.min(1 - EDGE, score));
        return Math.log(inside / (1 - inside));
    }
}
