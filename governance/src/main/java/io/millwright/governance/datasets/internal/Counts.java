package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.ColumnType;
import io.millwright.governance.datasets.DatasetColumn;
import io.millwright.governance.datasets.Profile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Histograms and frequent values of several columns in one pass. */
final class Counts {

    private record Wanted(DatasetColumn column, double lowest, double highest, boolean all) {

        boolean hasBins() {
            return !number(DuckTypes.identifier(column.name()), column.type()).isEmpty()
                    && highest > lowest
                    && Double.isFinite(highest - lowest)
                    && Double.isFinite(Profile.BINS / (highest - lowest));
        }
    }

    private final DuckSession duck;
    private final String source;
    private final int longest;
    private final List<Wanted> wanted = new ArrayList<>();
    private List<Map<?, ?>> found = List.of();

    Counts(DuckSession duck, String source, int longest) {
        this.duck = duck;
        this.source = source;
        this.longest = longest;
    }

    /** Asks for a column's bins between two values, and for the count of each of its values. */
    void add(DatasetColumn column, double lowest, double highest, boolean all) {
        wanted.add(new Wanted(column, lowest, highest, all));
    }

    void read() throws SQLException {
        var sql = wanted.stream().map(this::maps).collect(Collectors.joining(", "));
        var row = duck.query("SELECT " + sql + " FROM " + source, values -> {
            var maps = new ArrayList<Map<?, ?>>();
            for (var i = 1; i <= wanted.size() * 2; i++) {
                maps.add(values.getObject(i) instanceof Map<?, ?> map ? map : Map.of());
            }
            return maps;
        });
        found = row == null ? List.of() : row;
    }

    /** Bins of equal width from the lowest to the highest value of the column added as number {@code index}. */
    List<Profile.Bin> bins(int index) {
        var column = wanted.get(index);
        if (!column.hasBins()) {
            return List.of();
        }
        var counts = found.get(index * 2);
        var width = (column.highest() - column.lowest()) / Profile.BINS;
        return IntStream.range(0, Profile.BINS)
                .mapToObj(k -> new Profile.Bin(
                        edge(column, column.lowest() + k * width),
                        edge(column, k == Profile.BINS - 1 ? column.highest() : column.lowest() + (k + 1) * width),
                        counts.get(k) instanceof Number count ? count.longValue() : 0))
                .toList();
    }

    /** The most frequent values. */
    List<Profile.TopValue> top(int index) {
        return found.get(index * 2 + 1).entrySet().stream()
                .map(entry -> new Profile.TopValue(
                        String.valueOf(entry.getKey()), entry.getValue() instanceof Number n ? n.longValue() : 0))
                .sorted(Comparator.comparingLong(Profile.TopValue::count)
                        .reversed()
                        .thenComparing(Profile.TopValue::value))
                .limit(Profile.TOP_VALUES)
                .toList();
    }

    private String maps(Wanted column) {
        var name = DuckTypes.identifier(column.column().name());
        var type = column.column().type();
        var bins = "NULL";
        if (column.hasBins()) {
            bins = "histogram(least(%d, CAST(floor((%s - %s) * %s) AS INTEGER)))"
                    .formatted(
                            Profile.BINS - 1,
                            number(name, type),
                            literal(column.lowest()),
                            literal(Profile.BINS / (column.highest() - column.lowest())));
        }
        var all = column.all() ? "histogram(left(" + Profiler.shown(name, type) + ", " + longest + "))" : "NULL";
        return bins + ", " + all;
    }

    private static String edge(Wanted wanted, double value) {
        return switch (wanted.column().type()) {
            case DATE -> LocalDate.ofEpochDay((long) Math.floor(value)).toString();
            case TIMESTAMP ->
                Instant.EPOCH
                        .plus((long) value, ChronoUnit.MICROS)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
            case INTEGER, DECIMAL, BOOLEAN, TEXT -> rounded(value);
        };
    }

    private static String rounded(double value) {
        var number = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        var size = Math.abs(value);
        return value == 0 || (size >= 1e-6 && size < 1e15) ? number.toPlainString() : number.toString();
    }

    private static String literal(double value) {
        return "CAST('" + value + "' AS DOUBLE)";
    }

    /** SQL for a value as a number; empty for types that have no width. */
    static String number(String column, ColumnType type) {
        return switch (type) {
            case INTEGER, DECIMAL -> "CAST(" + column + " AS DOUBLE)";
            case DATE -> "CAST(datediff('day', DATE '1970-01-01', " + column + ") AS DOUBLE)";
            case TIMESTAMP -> "CAST(epoch_us(" + column + ") AS DOUBLE)";
            case BOOLEAN, TEXT -> "";
        };
    }
}
