package io.millwright.templates.maintenance.failure;

import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.maintenance.features.FeatureKind;
import io.millwright.templates.maintenance.scoring.ResultWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Says in words why a failure is probable: the features that raise the probability most. */
final class Reasons {

    private final FailureFeatures features;
    private final List<String> names;
    private final Typical typical;

    Reasons(FailureFeatures features, Typical typical) {
        this.features = features;
        this.names = features.names();
        this.typical = typical;
    }

    /** The weightiest first; of several features of one name only the first. */
    List<String> of(Matrix matrix, int row, float[] contributions) {
        return IntStream.range(0, contributions.length)
                .filter(feature -> contributions[feature] > 0)
                .boxed()
                .sorted((one, two) -> Float.compare(contributions[two], contributions[one]))
                .map(feature -> say(feature, matrix.cells()[row * matrix.columns() + feature]))
                .distinct()
                .limit(ResultWriter.REASONS)
                .toList();
    }

    private String say(int feature, float value) {
        String name = names.get(feature);
        FeatureKind kind = features.kind(feature);
        if (Float.isNaN(value)) {
            return features.isCategory(feature) ? name + " is a word not seen in training" : name + " is missing";
        }
        if (features.isCategory(feature)) {
            int column = feature
                    - (features.plain() - features.categories().columns().size());
            return "%s is %s"
                    .formatted(name, features.categories().words().get(column).get((int) value));
        }
        if (kind == null) {
            return String.format(
                    Locale.ROOT, "%s is %s, usually about %s", name, figure(value), figure(typical.middle()[feature]));
        }
        String sensor = name.substring(0, name.length() - kind.words().length() - 2);
        return kind.isSlope()
                ? "%s has been %s".formatted(sensor, value >= 0 ? "rising" : "falling")
                : String.format(
                        Locale.ROOT,
                        "%s is %.1f standard deviations %s usual",
                        sensor,
                        Math.abs(value),
                        value >= 0 ? "above" : "below");
    }

    private static String figure(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.3g", value);
    }
}
