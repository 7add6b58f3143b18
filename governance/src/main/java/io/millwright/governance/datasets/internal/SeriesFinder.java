package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.ColumnType;
import io.millwright.governance.datasets.DatasetColumn;
import io.millwright.governance.datasets.Profile.ColumnProfile;
import io.millwright.governance.datasets.SeriesProfile;
import io.millwright.governance.datasets.SeriesProfile.Layout;
import io.millwright.governance.datasets.SeriesProfile.Shown;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Recognises the series that a profiled table holds: by a column of regular times, or by columns that are steps. */
final class SeriesFinder {

    /** Sorting more times than this takes long, and nobody counts steps so finely. */
    private static final long MOST_TIMES = 1_000_000;

    private static final int BLOCK = 200;

    /** Months without a day are texts, because no type holds them. */
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private final DuckSession duck;
    private final String source;
    private final long rows;
    private final List<ColumnProfile> columns;

    SeriesFinder(DuckSession duck, String source, long rows, List<ColumnProfile> columns) {
        this.duck = duck;
        this.source = source;
        this.rows = rows;
        this.columns = columns;
    }

    /** @return null when there are none */
    @Nullable
    SeriesProfile find() throws SQLException {
        for (var column : columns) {
            var found = mayBeTime(column) ? by(column) : null;
            if (found != null) {
                return found;
            }
        }
        return new SeriesRows(duck, source, rows, columns).find();
    }

    private boolean mayBeTime(ColumnProfile column) {
        var time = column.type() == ColumnType.DATE
                || column.type() == ColumnType.TIMESTAMP
                || column.type() == ColumnType.INTEGER && TimeNames.isTime(column.name())
                || column.type() == ColumnType.TEXT && isMonth(column.minimum()) && isMonth(column.maximum());
        return time
                && column.missing() * 50 <= rows
                && column.distinct() >= TimeGrid.FEWEST * .9
                && column.distinct() <= MOST_TIMES;
    }

    private @Nullable SeriesProfile by(ColumnProfile time) throws SQLException {
        var figures = columns.stream()
                .filter(column -> isNumber(column) && !column.name().equals(time.name()) && varies(column))
                .toList();
        if (figures.isEmpty()) {
            return null;
        }
        // beside a time, a year or a number of the step is no figure, unless there is nothing else
        var measured = figures.stream()
                .filter(column -> !TimeNames.isTime(column.name()))
                .toList();
        var grid = TimeGrid.find(duck, source, new DatasetColumn(time.name(), time.type()));
        if (grid == null) {
            return null;
        }
        var names = (measured.isEmpty() ? figures : measured)
                .stream().map(ColumnProfile::name).toList();
        if (grid.times() == rows - time.missing()) {
            return columns(time, grid, names);
        }
        var keys = new SeriesKeys(duck, source, grid).find(columns, rows, names);
        return keys == null
                ? null
                : new SeriesProfile(
                        Layout.LONG,
                        time.name(),
                        keys.keys(),
                        keys.value(),
                        grid.frequency(),
                        keys.series(),
                        keys.points(),
                        keys.steps() - keys.points(),
                        text(time.minimum()),
                        text(time.maximum()),
                        shown(grid, keys.keys(), keys.value()));
    }

    private static boolean isNumber(ColumnProfile column) {
        return column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
    }

    private static boolean isMonth(@Nullable String value) {
        return value != null && MONTH.matcher(value).matches();
    }

    private static boolean varies(ColumnProfile column) {
        return column.minimum() != null && !column.minimum().equals(column.maximum());
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    /** Each step has one row: each figure is a series. */
    private SeriesProfile columns(ColumnProfile time, TimeGrid grid, List<String> names) throws SQLException {
        long points = 0;
        long steps = 0;
        for (var from = 0; from < names.size(); from += BLOCK) {
            var sums = names.subList(from, Math.min(from + BLOCK, names.size())).stream()
                    .map(DuckTypes::identifier)
                    .map(c ->
                            "count(%1$s) FILTER (WHERE %2$s IS NOT NULL), coalesce(max(%2$s) FILTER (WHERE %1$s IS NOT NULL) - min(%2$s) FILTER (WHERE %1$s IS NOT NULL) + 1, 0)"
                                    .formatted(c, grid.slot()))
                    .collect(Collectors.joining(", "));
            var size = Math.min(BLOCK, names.size() - from);
            var found = duck.query("SELECT " + sums + " FROM " + source, row -> {
                var both = new long[2];
                for (var i = 0; i < size; i++) {
                    both[0] += row.getLong(2 * i + 1);
                    both[1] += row.getLong(2 * i + 2);
                }
                return both;
            });
            points += found == null ? 0 : found[0];
            steps += found == null ? 0 : found[1];
        }
        var shown = new ArrayList<Shown>();
        for (var name : names.subList(0, Math.min(SeriesProfile.SHOWN, names.size()))) {
            shown.addAll(shown(grid, List.of(), name).stream()
                    .map(one -> new Shown(name, one.values()))
                    .toList());
        }
        return new SeriesProfile(
                Layout.COLUMNS,
                time.name(),
                List.of(),
                names.size() == 1 ? names.getFirst() : null,
                grid.frequency(),
                names.size(),
                points,
                steps - points,
                text(time.minimum()),
                text(time.maximum()),
                shown);
    }

    /** The longest series, thinned. */
    private List<Shown> shown(TimeGrid grid, List<String> keys, String value) throws SQLException {
        var buckets = (int) Math.min(SeriesProfile.POINTS, grid.slots());
        var name = keys.isEmpty()
                ? "''"
                : keys.stream()
                        .map(key -> "coalesce(CAST(" + DuckTypes.identifier(key) + " AS VARCHAR), '')")
                        .collect(Collectors.joining(" || ', ' || "));
        var figure = DuckTypes.identifier(value);
        var found = new LinkedHashMap<String, @Nullable Double[]>();
        duck.list("""
                WITH figures AS (SELECT %1$s AS series, %2$s AS slot, CAST(%3$s AS DOUBLE) AS figure FROM %4$s),
                    longest AS (SELECT series, count(*) AS points FROM figures WHERE figure IS NOT NULL AND slot IS NOT NULL
                        GROUP BY series ORDER BY points DESC, series LIMIT %5$d)
                SELECT series, slot * %6$d // %7$d AS bucket, avg(figure)
                FROM figures JOIN longest USING (series) WHERE slot IS NOT NULL AND figure IS NOT NULL
                GROUP BY series, bucket, points ORDER BY points DESC, series""".formatted(name, grid.slot(), figure, source, SeriesProfile.SHOWN, buckets, grid.slots()), row -> {
            found.computeIfAbsent(row.getString(1), unseen -> new Double[buckets])[row.getInt(2)] = row.getDouble(3);
            return null;
        });
        return found.entrySet().stream()
                .map(series -> new Shown(series.getKey(), Arrays.asList(series.getValue())))
                .toList();
    }

    /** Means of some values in a row, {@code POINTS} of them at most; null where all are missing. */
    static List<@Nullable Double> thinned(List<@Nullable Double> values) {
        var buckets = Math.min(SeriesProfile.POINTS, values.size());
        return IntStream.range(0, buckets)
                .mapToObj(bucket -> {
                    var mean = values
                            .subList(
                                    Math.ceilDiv(bucket * values.size(), buckets),
                                    Math.ceilDiv((bucket + 1) * values.size(), buckets))
                            .stream()
                            .filter(Objects::nonNull)
                            .mapToDouble(Double::doubleValue)
                            .average();
                    return mean.isPresent() ? (@Nullable Double) mean.getAsDouble() : null;
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
