package io.millwright.templates.fraud.scoring;

import io.millwright.templates.fraud.features.Feature;
import io.millwright.templates.fraud.features.FeatureTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says in words why a row has a high score. Contributions of features about the same thing are added up, and the one that
 * contributes most speaks for them.
 */
final class Reasons {

    static final int MOST = 3;

    /** Log odds below which a reason would be a pretext. */
    private static final double LEAST = 0.1;

    private final FeatureTable table;

    Reasons(FeatureTable table) {
        this.table = table;
    }

    /** At most three, the weightiest first. */
    List<String> of(int row, float[] contributions) {
        Map<String, Theme> themes = new LinkedHashMap<>();
        for (int column = 0; column < contributions.length; column++) {
            Feature feature = table.features().get(column);
            themes.computeIfAbsent(feature.theme(), name -> new Theme()).add(column, contributions[column]);
        }
        List<Theme> weighty = new ArrayList<>(themes.values());
        weighty.removeIf(theme -> theme.sum < LEAST || theme.largest <= 0);
        weighty.sort((one, two) -> Double.compare(two.sum, one.sum));
        return weighty.stream()
                .limit(MOST)
                .map(theme -> say(theme.speaker, row))
                .toList();
    }

    private String say(int column, int row) {
        float value = table.columns()[column][row];
        Feature feature = table.features().get(column);
        return Float.isNaN(value)
                ? "no " + feature.title().toLowerCase(java.util.Locale.ROOT) + " known"
                : feature.wording().say(value);
    }

    private static final class Theme {
        private double sum;
        private double largest = Double.NEGATIVE_INFINITY;
        private int speaker;

        void add(int column, double contribution) {
            sum += contribution;
            if (contribution > largest) {
                largest = contribution;
                speaker = column;
            }
        }
    }
}
