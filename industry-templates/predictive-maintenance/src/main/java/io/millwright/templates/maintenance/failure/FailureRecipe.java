package io.millwright.templates.maintenance.failure;

import io.millwright.templates.learning.calibration.Calibration;
import io.millwright.templates.learning.calibration.Isotonic;
import io.millwright.templates.learning.calibration.Logistic;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.model.ModelFolder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All of a failure model but its trees, as JSON.
 *
 * @param horizon a failure is announced so long before; 0 where a row's own state is told
 * @param threshold probability from which on there is an alarm
 * @param classes that all is well, then each sort of failure
 * @param slope of a calibration by a sigmoid, with {@code intercept}; else null
 * @param scores points of a calibration by steps, with {@code probabilities}; else null
 * @param digests SHA-256 of the files of trees
 */
record FailureRecipe(
        int format,
        String task,
        Fleet.TimeUnit unit,
        FailureFeatures features,
        double horizon,
        double threshold,
        List<String> classes,
        Typical typical,
        @Nullable Double slope,
        @Nullable Double intercept,
        double @Nullable [] scores,
        double @Nullable [] probabilities,
        List<String> featureNames,
        Map<String, String> digests)
        implements ModelFolder.Named {

    static final String TASK = "failure";

    static FailureRecipe of(
            Fleet.TimeUnit unit,
            FailureFeatures features,
            double horizon,
            double threshold,
            List<String> classes,
            Typical typical,
            Calibration calibration,
            Map<String, String> digests) {
        Logistic curve = calibration instanceof Logistic logistic ? logistic : null;
        Isotonic steps = calibration instanceof Isotonic isotonic ? isotonic : null;
        return new FailureRecipe(
                ModelFolder.FORMAT,
                TASK,
                unit,
                features,
                horizon,
                threshold,
                classes,
                typical,
                curve == null ? null : curve.slope(),
                curve == null ? null : curve.intercept(),
                steps == null ? null : steps.scores(),
                steps == null ? null : steps.probabilities(),
                features.names(),
                digests);
    }

    Calibration calibration() {
        if (slope != null && intercept != null) {
            return new Logistic(slope, intercept);
        }
        if (scores != null && probabilities != null && scores.length > 1 && scores.length == probabilities.length) {
            return new Isotonic(scores, probabilities);
        }
        throw new IllegalArgumentException("a calibration needs a slope and an intercept, or points");
    }
}
