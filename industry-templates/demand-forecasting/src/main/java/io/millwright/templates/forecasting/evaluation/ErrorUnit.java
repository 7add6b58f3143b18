package io.millwright.templates.forecasting.evaluation;

/**
 * How the errors of a series are measured, so that series of any size compare: as shares where all values are positive,
 * else in its usual change from season to season.
 *
 * @param positive whether the whole history lies above zero
 * @param scale mean distance between values one season apart; NaN where nothing changes
 * @param intermittent whether at least two of five values are zero
 */
public record ErrorUnit(boolean positive, double scale, boolean intermittent) {

    private static final double LEAST = 1e-3;
    private static final double MANY_ZEROS = 0.4;

    public static ErrorUnit of(double[] history, int season) {
        boolean positive = true;
        int zeros = 0;
        for (double value : history) {
            positive &= value > 0;
            zeros += value == 0 ? 1 : 0;
        }
        int lag = history.length > season ? season : 1;
        double scale = history.length > lag ? ScaledErrors.scale(history, lag) : Double.NaN;
        return new ErrorUnit(positive, scale, zeros >= MANY_ZEROS * history.length);
    }

    /** The size of an error; NaN where nothing came, or the series has no unit since it never changed. */
    double size(double came, double forecast) {
        if (Double.isNaN(came)) {
            return Double.NaN;
        }
        if (positive && forecast > 0) {
            return Math.abs(Math.log(Math.max(came, LEAST * forecast) / forecast));
        }
        return Math.abs(came - forecast) / scale;
    }

    /** This one, with the change of others where it has none of its own. */
    ErrorUnit orOf(double change) {
        return Double.isNaN(scale) ? new ErrorUnit(positive, change, intermittent) : this;
    }

    /** The value that lies an error of this size below (negative) or above a forecast. */
    double shifted(double forecast, double size) {
        if (positive && forecast > 0) {
            return forecast * Math.exp(Math.clamp(size, -20, 20));
        }
        return Double.isNaN(scale) ? forecast : forecast + size * scale;
    }
}
