package io.millwright.templates.fraud.model;

import io.millwright.templates.fraud.columns.ColumnPlan;
import io.millwright.templates.fraud.features.FeatureRecipe;
import java.util.List;
import java.util.Map;

/**
 * All that turns rows of a file into alerts, beside the trees: file {@value #FILE} of a model, as JSON.
 *
 * @param format version of this layout
 * @param columns which column plays which part
 * @param features how features are computed
 * @param featureNames the columns of the trees, in their order
 * @param outcomes what the spellings of the label mean: 1 or 0
 * @param calibration how the trees' scores become probabilities
 * @param threshold probability from which on a row is an alert
 * @param howJudged what the figures of the report stand on
 * @param digests SHA-256 of the other files of the model, by name
 */
public record Recipe(
        int format,
        ColumnPlan columns,
        FeatureRecipe features,
        List<String> featureNames,
        Map<String, Byte> outcomes,
        CalibrationCurve calibration,
        double threshold,
        String howJudged,
        Map<String, String> digests) {

    public static final String FILE = "recipe.json";
    public static final int FORMAT = 1;
}
