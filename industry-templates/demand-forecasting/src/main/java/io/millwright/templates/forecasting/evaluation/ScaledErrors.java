package io.millwright.templates.forecasting.evaluation;

import io.millwright.templates.forecasting.members.Seasons;

/**
 * Errors that can be compared between series of any size, exactly as the M4 competition defined them (Makridakis, Spiliotis
 * and Assimakopoulos 2020).
 */
public final class ScaledErrors {

    private ScaledErrors() {}

    /** Symmetric mean absolute percentage error, 0 to 2; NaN values of what came are passed over. */
    public static double smape(double[] came, double[] forecast) {
        double sum = 0;
        int count = 0;
        for (int step = 0; step < forecast.length; step++) {
            double size = Math.abs(came[step]) + Math.abs(forecast[step]);
            if (!Double.isNaN(size)) {
                sum += size == 0 ? 0 : 2 * Math.abs(came[step] - forecast[step]) / size;
                count++;
            }
        }
        return sum / count;
    }

    /** Mean absolute error over {@link #scale}. */
    public static double mase(double[] came, double[] forecast, double scale) {
        double sum = 0;
        int count = 0;
        for (int step = 0; step < forecast.length; step++) {
            if (!Double.isNaN(came[step])) {
                sum += Math.abs(came[step] - forecast[step]);
                count++;
            }
        }
        return sum / count / scale;
    }

    /** Root mean squared error over {@link #scale}. */
    public static double rmsse(double[] came, double[] forecast, double scale) {
        double sum = 0;
        int count = 0;
        for (int step = 0; step < forecast.length; step++) {
            if (!Double.isNaN(came[step])) {
                sum += (came[step] - forecast[step]) * (came[step] - forecast[step]);
                count++;
            }
        }
        return Math.sqrt(sum / count) / scale;
    }

    /** Mean absolute error of repeating the last season within the history; NaN where it never changes. */
    public static double scale(double[] history, int season) {
        double sum = 0;
        for (int at = season; at < history.length; at++) {
            sum += Math.abs(history[at] - history[at - season]);
        }
        double scale = sum / (history.length - season);
        return scale > 0 ? scale : Double.NaN;
    }

    /** The reference that the overall weighted average compares with. */
    public static double[] secondNaive(double[] history, int season, int horizon) {
        return Seasons.of(history, season).naive(history, horizon);
    }
}
