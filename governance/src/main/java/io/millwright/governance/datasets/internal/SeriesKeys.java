package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.ColumnType;
import io.millwright.governance.datasets.Profile.ColumnProfile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns that name a series in a table with a row for each step of each: together with the time they name a row,
 * and of all columns that do they make the fewest series.
 */
final class SeriesKeys {

    private static final int MOST = 3;

    /** With more columns than this to choose from, the choices would be too many. */
    private static final int CANDIDATES = 7;

    /** Rows that the choices are weighed by; the best of them are checked by all. */
    private static final long WEIGHED = 1_000_000;

    private static final int CHECKED = 4;

    /** Distinct values are estimated within some percent. */
    private static final double NEARLY = .9;

    private static final double UNIQUE = .99;

    /** Less of the time between first and last than this is no regular series. */
    private static final double FILLED = .5;

    private final DuckSession duck;
    private final String source;
    private final TimeGrid grid;

    /**
     * Keys that hold.
     *
     * @param value the first column of figures that is no key
     * @param steps from the first to the last of each series
     */
    record Found(List<String> keys, String value, long series, long points, long steps) {}

    private record Choice(List<ColumnProfile> columns, long series) {

        /** Fewer series are better; of about as many, those of fewer columns. */
        double cost() {
            return series * (1 + .1 * columns.size());
        }
    }

    SeriesKeys(DuckSession duck, String source, TimeGrid grid) {
        this.duck = duck;
        this.source = source;
        this.grid = grid;
    }

    /**
     * Finds them among all columns.
     *
     * @param figures names of columns that hold figures, keys that are numbers among them
     * @return null when no columns do
     */
    @Nullable
    Found find(List<ColumnProfile> columns, long rows, List<String> figures) throws SQLException {
        var candidates = columns.stream()
                .filter(column -> column.type() == ColumnType.TEXT || column.type() == ColumnType.INTEGER)
                .filter(column -> !column.name().equals(grid.column().name()) && !TimeNames.isTime(column.name()))
                .filter(column -> column.missing() * 100 <= rows
                        && column.distinct() >= 2
                        && column.distinct() <= rows / TimeGrid.FEWEST)
                .sorted(Comparator.comparing(column -> column.type() == ColumnType.TEXT ? 0 : 1))
                .limit(CANDIDATES)
                .toList();
        if (candidates.isEmpty()) {
            return null;
        }
        for (var choice : weighed(choices(candidates), rows)) {
            var keys = columns.stream()
                    .filter(choice.columns()::contains)
                    .map(ColumnProfile::name)
                    .toList();
            var value = figures.stream().filter(name -> !keys.contains(name)).findFirst();
            var found = value.isEmpty() ? null : check(keys, value.get());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static List<List<ColumnProfile>> choices(List<ColumnProfile> candidates) {
        var all = new ArrayList<List<ColumnProfile>>();
        for (var mask = 1; mask < 1 << candidates.size(); mask++) {
            if (Integer.bitCount(mask) <= MOST) {
                var chosen = new ArrayList<ColumnProfile>();
                for (var i = 0; i < candidates.size(); i++) {
                    if ((mask >> i & 1) == 1) {
                        chosen.add(candidates.get(i));
                    }
                }
                all.add(chosen);
            }
        }
        return all;
    }

    /** Those that nearly name a row, the best first. */
    private List<Choice> weighed(List<List<ColumnProfile>> choices, long rows) throws SQLException {
        var weighed = Math.min(rows, WEIGHED);
        var counts = choices.stream()
                .map(columns -> list(columns.stream().map(ColumnProfile::name).toList()))
                .map(keys -> "approx_count_distinct(hash(%s)), approx_count_distinct(hash(%s, %s))"
                        .formatted(keys, keys, grid.slot()))
                .collect(Collectors.joining(", "));
        var found =
                duck.query("SELECT " + counts + " FROM (SELECT * FROM " + source + " LIMIT " + WEIGHED + ")", row -> {
                    var kept = new ArrayList<Choice>();
                    for (var i = 0; i < choices.size(); i++) {
                        if (row.getLong(2 * i + 2) >= NEARLY * weighed) {
                            kept.add(new Choice(choices.get(i), row.getLong(2 * i + 1)));
                        }
                    }
                    return kept;
                });
        return Objects.requireNonNull(found).stream()
                .sorted(Comparator.comparingDouble(Choice::cost))
                .limit(CHECKED)
                .toList();
    }

    private @Nullable Found check(List<String> keys, String value) throws SQLException {
        var found = duck.query("""
                SELECT count(*), sum(points), sum(steps), sum(reach) FROM (
                    SELECT count(*) AS points, count(DISTINCT %1$s) AS steps, max(%1$s) - min(%1$s) + 1 AS reach
                    FROM %3$s WHERE %4$s IS NOT NULL AND %1$s IS NOT NULL GROUP BY %2$s)""".formatted(grid.slot(), list(keys), source, DuckTypes.identifier(value)), row ->
                new long[] {row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)});
        if (found == null || found[0] == 0) {
            return null;
        }
        var unique = found[2] >= UNIQUE * found[1];
        var longEnough = found[1] >= found[0] * TimeGrid.FEWEST;
        var filled = found[2] >= FILLED * found[3];
        return unique && longEnough && filled ? new Found(keys, value, found[0], found[2], found[3]) : null;
    }

    private static String list(List<String> columns) {
        return columns.stream().map(DuckTypes::identifier).collect(Collectors.joining(", "));
    }
}
