package io.millwright.templates.forecasting.columns;

import java.util.List;

/**
 * A column whose values are known for the steps ahead too, such as a price, a promotion or a holiday.
 *
 * @param kind how its values are read
 * @param codes of a {@link Kind#CATEGORY} its values, in the order of their numbers; else empty
 */
public record Covariate(String name, Kind kind, List<String> codes) {

    public Covariate {
        codes = List.copyOf(codes);
    }

    /** What a column holds. */
    public enum Kind {
        /** Amounts, such as prices. */
        NUMBER,
        /** One of two values, such as whether something is promoted. */
        FLAG,
        /** One of some names. */
        CATEGORY
    }

    /** The number of a value; NaN for one that was not there in training. */
    public float code(String value) {
        int code = codes.indexOf(value.strip());
        return code < 0 ? Float.NaN : code;
    }
}
