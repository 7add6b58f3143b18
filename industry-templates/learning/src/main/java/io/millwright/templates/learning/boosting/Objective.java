package io.millwright.templates.learning.boosting;

import java.util.Map;

/** What trees are grown to get right, with the figure that validation is judged by. */
public enum Objective {
    /** The probability of yes; labels are 0 or 1. */
    LOGISTIC("binary:logistic", "logloss") {
        @Override
        double start(Labelled training) {
            // The automatic start value costs precision on rare positives.
            return 0.5;
        }

        @Override
        Map<String, String> furtherFigure() {
            return Map.of("eval_metric", "aucpr");
        }
    },
    /** The expected amount: the mean square of the errors is made small; labels are any finite numbers. */
    SQUARED_ERROR("reg:squarederror", "rmse") {
        @Override
        double start(Labelled training) {
            return training.mean();
        }

        @Override
        Map<String, String> furtherFigure() {
            return Map.of();
        }
    };

    private final String engineName;
    private final String loss;

    Objective(String engineName, String loss) {
        this.engineName = engineName;
        this.loss = loss;
    }

    String engineName() {
        return engineName;
    }

    /** The figure that becomes small, as the engine calls it. */
    String loss() {
        return loss;
    }

    /** What is predicted before the first tree. */
    abstract double start(Labelled training);

    /** Parameters that make the engine tell a further figure from the second round on. */
    abstract Map<String, String> furtherFigure();
}
