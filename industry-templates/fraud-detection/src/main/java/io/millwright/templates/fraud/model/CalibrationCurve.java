package io.millwright.templates.fraud.model;

import io.millwright.templates.learning.calibration.Calibration;
import io.millwright.templates.learning.calibration.Isotonic;
import io.millwright.templates.learning.calibration.Logistic;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A calibration as it stands in a model's recipe: either {@code sigmoid(slope * logit(score) + intercept)}, or points joined
 * by lines.
 */
public record CalibrationCurve(
        @Nullable Double slope,
        @Nullable Double intercept,
        @Nullable List<Double> scores,
        @Nullable List<Double> probabilities) {

    public static CalibrationCurve of(Calibration calibration) {
        return switch (calibration) {
            case Logistic curve -> new CalibrationCurve(curve.slope(), curve.intercept(), null, null);
            case Isotonic points ->
                new CalibrationCurve(null, null, boxed(points.scores()), boxed(points.probabilities()));
        };
    }

    public Calibration calibration() {
        if (scores != null && probabilities != null && scores.size() == probabilities.size() && scores.size() > 1) {
            return new Isotonic(plain(scores), plain(probabilities));
        }
        if (slope != null && intercept != null) {
            return new Logistic(slope, intercept);
        }
        throw new IllegalArgumentException("a calibration needs a slope and an intercept, or points");
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static double[] plain(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
