package io.millwright.templates.learning.boosting;

import java.util.HashMap;
import java.util.Map;

/** What the engine reports after a round, which it tells as one line of text: {@code [3]\tt-logloss:0.2\tv-auc:0.9}. */
record RoundFigures(Map<String, Double> values) {

    static RoundFigures parse(String line) {
        Map<String, Double> values = new HashMap<>();
        for (String part : line.split("\t", -1)) {
            int colon = part.lastIndexOf(':');
            if (colon > 0) {
                values.put(part.substring(0, colon), number(part.substring(colon + 1)));
            }
        }
        return new RoundFigures(values);
    }

    double of(String name) {
        return values.getOrDefault(name, Double.NaN);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException notNumber) {
            return Double.NaN;
        }
    }
}
