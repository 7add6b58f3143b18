package io.millwright.templates.fraud.columns;

import io.millwright.templates.fraud.features.Feature;
import io.millwright.templates.fraud.features.Words;
import java.util.List;

/**
 * A further column to learn from.
 *
 * @param categories of a CATEGORY, the values the model tells apart; their position is their code
 */
public record Extra(String name, Kind kind, List<String> categories) {

    /** Categories told apart at most; rarer ones count as missing. */
    public static final int MOST_CATEGORIES = 100;

    public Extra {
        categories = List.copyOf(categories);
    }

    /** How its values are read. */
    public enum Kind {
        NUMBER,
        CATEGORY,
        /** Days before the transaction, or since 1970 where transactions have no time. */
        MOMENT
    }

    public Feature feature() {
        return new Feature(name, name, name, kind == Kind.CATEGORY, value -> name + " " + said(value));
    }

    private String said(double value) {
        return switch (kind) {
            case NUMBER -> Words.figure(value);
            case CATEGORY ->
                value >= 0 && value < categories.size() ? "\"" + categories.get((int) value) + "\"" : "unknown";
            case MOMENT -> Double.isNaN(value) ? "unknown" : Words.days(value) + " before";
        };
    }
}
