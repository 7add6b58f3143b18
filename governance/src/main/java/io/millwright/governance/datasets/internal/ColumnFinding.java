package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.ColumnType;
import org.jspecify.annotations.Nullable;

/** What all fields of one column together may be, gathered while they pass. */
final class ColumnFinding {

    private static final String MISSING_WORDS =
            "'', '-', 'na', 'n/a', '#n/a', 'nan', 'null', 'none', 'nil', '?', '\\n'";

    private final String name;
    private int all = Shape.ANY;
    private int any;
    private boolean emptyTexts;
    private long values;

    ColumnFinding(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Takes the next field that is not empty. */
    void accept(byte[] buffer, int start, int end) {
        var shape = all == 0 ? 0 : Shape.of(buffer, start, end);
        if ((shape & Shape.MISSING_WORD) != 0) {
            any |= shape;
            return;
        }
        all &= shape;
        any |= shape;
        values++;
    }

    /** Takes an empty field in quotes: empty text, or missing where everything else has another type. */
    void acceptEmpty() {
        emptyTexts = true;
    }

    /** The narrowest type that holds every value without loss, and how to read it. */
    ColumnReading decide() {
        if (values == 0 || all == 0) {
            return text(null);
        }
        if (may(Shape.INTEGER)) {
            return reading(ColumnType.INTEGER, "CAST(%s AS BIGINT)", null);
        }
        if (may(Shape.BOOLEAN)) {
            return reading(ColumnType.BOOLEAN, "CAST(%s AS BOOLEAN)", null);
        }
        if (may(Shape.DECIMAL) || may(Shape.DECIMAL_COMMA) || may(Shape.THOUSANDS)) {
            return number();
        }
        return moment();
    }

    /**
     * The reading as a type that was announced; null when some value is not of it. An integer is a decimal number, a date is
     * a moment, and everything is text.
     */
    @Nullable
    ColumnReading as(ColumnType type) {
        if (type == ColumnType.TEXT) {
            return text(null);
        }
        if (values == 0) {
            return reading(type, "CAST(%s AS " + DuckTypes.of(type) + ")", null);
        }
        return switch (type) {
            case TEXT -> text(null);
            case INTEGER -> may(Shape.INTEGER) ? decide() : null;
            case BOOLEAN -> may(Shape.BOOLEAN) ? decide() : null;
            case DECIMAL -> may(Shape.DECIMAL) ? reading(type, finite("CAST(%s AS DOUBLE)"), null) : null;
            case DATE -> may(Shape.DATE_YMD) ? moment() : null;
            case TIMESTAMP -> may(Shape.MOMENT_YMD) ? timestamp() : null;
        };
    }

    private ColumnReading number() {
        var note =
                has(Shape.INFINITE) ? "Infinite values in column \"%s\" were read as missing.".formatted(name) : null;
        if (may(Shape.DECIMAL)) {
            return has(Shape.HUGE) && !has(Shape.FRACTION)
                    ? text("Column \"%s\" holds integers of more than 18 digits and was kept as text.".formatted(name))
                    : reading(ColumnType.DECIMAL, finite("CAST(%s AS DOUBLE)"), note);
        }
        var comma = may(Shape.DECIMAL_COMMA) && has(Shape.COMMA_DECIDED);
        var thousands = may(Shape.THOUSANDS) && has(Shape.THOUSANDS_DECIDED);
        if (comma == thousands) {
            return text("Column \"%s\" has commas that may be decimal or stand between thousands; it was kept as text."
                    .formatted(name));
        }
        if (comma) {
            return reading(ColumnType.DECIMAL, finite("CAST(replace(replace(%s, '.', ''), ',', '.') AS DOUBLE)"), note);
        }
        return has(Shape.FRACTION)
                ? reading(ColumnType.DECIMAL, finite("CAST(replace(%s, ',', '') AS DOUBLE)"), note)
                : reading(ColumnType.INTEGER, "CAST(replace(%s, ',', '') AS BIGINT)", null);
    }

    private ColumnReading moment() {
        if (may(Shape.DATE_YMD)) {
            return reading(ColumnType.DATE, "CAST(%s AS DATE)", null);
        }
        if (may(Shape.MOMENT_YMD)) {
            return timestamp();
        }
        var dayFirst = may(Shape.MOMENT_DMY);
        if (dayFirst && may(Shape.MOMENT_MDY)) {
            return text("In column \"%s\" day and month cannot be told apart; it was kept as text.".formatted(name));
        }
        var date = may(Shape.DATE_DMY) || may(Shape.DATE_MDY);
        var order = dayFirst ? "%d.%m.%Y" : "%m.%d.%Y";
        var pointed = "replace(replace(%s, '/', '.'), '-', '.')";
        if (date) {
            return reading(ColumnType.DATE, "CAST(strptime(" + pointed + ", '" + order + "') AS DATE)", null);
        }
        var formats = "['@ %H:%M:%S.%f', '@ %H:%M:%S.%n', '@ %H:%M:%S', '@ %H:%M', '@']".replace("@", order);
        return reading(
                ColumnType.TIMESTAMP,
                "CAST(strptime(replace(" + pointed + ", 'T', ' '), " + formats + ") AS TIMESTAMP)",
                null);
    }

    private ColumnReading timestamp() {
        return reading(
                ColumnType.TIMESTAMP,
                has(Shape.ZONED) ? "CAST(%s AS TIMESTAMPTZ) AT TIME ZONE 'UTC'" : "CAST(%s AS TIMESTAMP)",
                null);
    }

    private ColumnReading text(@Nullable String note) {
        return new ColumnReading(name, ColumnType.TEXT, "%s", note);
    }

    private ColumnReading reading(ColumnType type, String expression, @Nullable String note) {
        // Every nested call costs DuckDB a vector for each column: only what some value needs.
        var trimmed = has(Shape.PADDED) ? "trim(%s)" : "%s";
        var value = has(Shape.MISSING_WORD)
                ? "CASE WHEN lower(trim(%s)) IN (" + MISSING_WORDS + ") THEN NULL ELSE " + trimmed + " END"
                : emptyTexts ? "nullif(" + trimmed + ", '')" : trimmed;
        return new ColumnReading(name, type, expression.replace("%s", value), note);
    }

    private String finite(String number) {
        if (!has(Shape.INFINITE) && !has(Shape.LARGE)) {
            return number;
        }
        return "nullif(nullif(" + number + ", 'inf'::DOUBLE), '-inf'::DOUBLE)";
    }

    private boolean may(int shape) {
        return (all & shape) != 0;
    }

    private boolean has(int shape) {
        return (any & shape) != 0;
    }
}
