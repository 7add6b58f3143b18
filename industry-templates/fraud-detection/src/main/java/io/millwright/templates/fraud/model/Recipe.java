package io.millwright.templates.fraud.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.millwright.templates.fraud.columns.ColumnPlan;
import io.millwright.templates.fraud.features.FeatureRecipe;
import io.millwright.templates.fraud.mixture.Mixture;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param linear a regression that takes part beside the trees; null where none does
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LinearPart linear,
        Map<String, String> digests) {

    public static final String FILE = "recipe.json";
    /** Of trees alone: the layout from before there was anything else. */
    public static final int TREES_ALONE = 1;

    public static final int WITH_LINEAR_PART = 2;

    /** The layout that a recipe with or without a linear part has: what reads only the first must refuse the second. */
    public static int format(@Nullable LinearPart linear) {
        return linear == null ? TREES_ALONE : WITH_LINEAR_PART;
    }

    /** What takes part beside the trees. */
    Mixture mixture() {
        return linear == null ? Mixture.NONE : linear.mixture(featureNames);
    }
}
