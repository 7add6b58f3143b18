package io.millwright.templates.fraud;

import io.millwright.templates.learning.boosting.BoostingOptions;
import io.millwright.templates.learning.boosting.Pace;
import io.millwright.templates.learning.boosting.Sampling;
import io.millwright.templates.learning.boosting.TreeShape;
import io.millwright.templates.learning.search.Space;
import java.util.Map;
import java.util.TreeMap;

/** The parameters of trees that a search tries, as trials spell them. */
final class Searched {

    private static final String LEARNING_RATE = "learningRate";
    private static final String DEPTH = "depth";
    private static final String CHILD_WEIGHT = "minimumChildWeight";
    private static final String ROW_SHARE = "rowShare";
    private static final String COLUMN_SHARE = "columnShare";
    private static final String LAMBDA = "lambda";

    /** Of the sum of all trees' corrections: with smaller ones there may be more trees. */
    private static final double REACH = 20;

    private static final double PATIENCE = 3;

    private Searched() {}

    /** Without what a person has set. */
    static Space space(Settings settings) {
        Space space = Space.empty()
                .logDecimal(CHILD_WEIGHT, 1, 50)
                .decimal(ROW_SHARE, 0.5, 1)
                .decimal(COLUMN_SHARE, 0.2, 1)
                .logDecimal(LAMBDA, 0.1, 20);
        space = settings.depth() > 0 ? space : space.whole(DEPTH, 2, 7);
        return settings.learningRate() > 0 ? space : space.logDecimal(LEARNING_RATE, 0.02, 0.2);
    }

    /** The usual parameters, to be tried first. */
    static Map<String, String> known(BoostingOptions options, Settings settings) {
        Map<String, String> known = new TreeMap<>();
        known.put(CHILD_WEIGHT, Double.toString(options.shape().minimumChildWeight()));
        known.put(ROW_SHARE, Double.toString(options.sampling().rows()));
        known.put(COLUMN_SHARE, Double.toString(options.sampling().columns()));
        known.put(LAMBDA, Double.toString(options.shape().lambda()));
        if (settings.depth() == 0) {
            known.put(DEPTH, Integer.toString(options.shape().depth()));
        }
        if (settings.learningRate() == 0) {
            known.put(LEARNING_RATE, Double.toString(options.pace().learningRate()));
        }
        return known;
    }

    static BoostingOptions options(BoostingOptions usual, Map<String, String> found) {
        double rate = number(found, LEARNING_RATE, usual.pace().learningRate());
        Pace pace =
                new Pace((int) Math.clamp(REACH / rate, 150, 800), (int) Math.clamp(PATIENCE / rate, 30, 100), rate);
        TreeShape shape = new TreeShape(
                (int) number(found, DEPTH, usual.shape().depth()),
                number(found, CHILD_WEIGHT, usual.shape().minimumChildWeight()),
                number(found, LAMBDA, usual.shape().lambda()),
                usual.shape().bins());
        Sampling sampling = new Sampling(
                number(found, ROW_SHARE, usual.sampling().rows()),
                number(found, COLUMN_SHARE, usual.sampling().columns()));
        return usual.with(pace).with(shape).with(sampling);
    }

    private static double number(Map<String, String> found, String name, double otherwise) {
        String value = found.get(name);
        return value == null ? otherwise : Double.parseDouble(value);
    }
}
