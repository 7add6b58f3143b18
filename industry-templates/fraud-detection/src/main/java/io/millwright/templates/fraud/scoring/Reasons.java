package io.millwright.templates.fraud.scoring;

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
            Theme theme = themes.computeIfAbsent(table.features().get(column).theme(), name -> new Theme());
            theme.add(column, contributions[column], !Float.isNaN(table.columns()[column][row]));
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
        return table.features().get(column).wording().say(table.columns()[column][row]);
    }

    private static final class Theme {
        private double sum;
        private double largest = Double.NEGATIVE_INFINITY;
        private int speaker;

        /** Only a feature with a value can speak. */
        void add(int column, double contribution, boolean known) {
            sum += contribution;
            if (known && contribution > largest) {
                largest = contribution;
                speaker = column;
            }
        }
    }
}
