package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.ColumnType;
import io.millwright.governance.datasets.Profile.ColumnProfile;
import io.millwright.governance.datasets.SeriesProfile;
import io.millwright.governance.datasets.SeriesProfile.Layout;
import io.millwright.governance.datasets.SeriesProfile.Shown;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Recognises series that lie in rows: some columns name them, all others are steps. */
final class SeriesRows {

    private static final int MOST_KEYS = 5;

    /** With fewer rows, whether columns follow one another cannot be told from their values. */
    private static final long FEWEST_ROWS = 8;

    /** Neighbouring columns that are compared. */
    private static final int PAIRS = 24;

    /** Neighbours of series are this alike; columns of different things, which may be numbered too, are not. */
    private static final double ALIKE = .7;

    private final DuckSession duck;
    private final String source;
    private final long rows;
    private final List<ColumnProfile> columns;

    SeriesRows(DuckSession duck, String source, long rows, List<ColumnProfile> columns) {
        this.duck = duck;
        this.source = source;
        this.rows = rows;
        this.columns = columns;
    }

    /** @return null when the columns are no steps */
    @Nullable
    SeriesProfile find() throws SQLException {
        var names = columns.stream().map(ColumnProfile::name).toList();
        var least = columns.size();
        while (least > 0 && isFigure(columns.get(least - 1))) {
            least--;
        }
        var steps = StepNames.of(names, least);
        if (steps == null || !holds(steps)) {
            return null;
        }
        var keys = names.subList(0, steps.from());
        var figures = names.subList(steps.from(), names.size());
        var reach = reach(figures);
        return new SeriesProfile(
                Layout.ROWS,
                null,
                keys,
                null,
                steps.frequency(),
                rows,
                reach[0],
                reach[1] - reach[0],
                figures.getFirst(),
                figures.getLast(),
                shown(keys, figures));
    }

    private boolean holds(StepNames steps) throws SQLException {
        var figures = columns.subList(steps.from(), columns.size());
        var keys = columns.subList(0, steps.from());
        return keys.size() <= MOST_KEYS
                && keys.stream().allMatch(this::isKey)
                && nameRows(keys)
                && (steps.dated() || follow(figures));
    }

    private boolean isFigure(ColumnProfile column) {
        return column.missing() == rows || column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
    }

    private boolean isKey(ColumnProfile column) {
        return column.missing() == 0 && (column.type() == ColumnType.TEXT || column.type() == ColumnType.INTEGER);
    }

    /** Whether no two rows have the same keys. */
    private boolean nameRows(List<ColumnProfile> keys) throws SQLException {
        if (keys.isEmpty()) {
            return true;
        }
        var list = keys.stream().map(key -> DuckTypes.identifier(key.name())).collect(Collectors.joining(", "));
        var different = duck.query(
                "SELECT count(*) FROM (SELECT DISTINCT " + list + " FROM " + source + ")", row -> row.getLong(1));
        return different != null && different == rows;
    }

    /** Whether each column is much like the one before it. */
    private boolean follow(List<ColumnProfile> figures) throws SQLException {
        if (rows < FEWEST_ROWS) {
            return false;
        }
        var apart = Math.max(1, (figures.size() - 1) / PAIRS);
        var pairs = IntStream.iterate(1, i -> i < figures.size(), i -> i + apart)
                .filter(i -> isDense(figures.get(i - 1)) && isDense(figures.get(i)))
                .mapToObj(i -> "corr(%s, %s)"
                        .formatted(
                                DuckTypes.identifier(figures.get(i - 1).name()),
                                DuckTypes.identifier(figures.get(i).name())))
                .toList();
        if (pairs.isEmpty()) {
            return false;
        }
        var alike = duck.query(
                "SELECT list_avg(list_filter([" + String.join(", ", pairs) + "], lambda c: isfinite(c))) FROM "
                        + source,
                row -> row.getDouble(1));
        return alike != null && alike >= ALIKE;
    }

    private boolean isDense(ColumnProfile column) {
        return rows - column.missing() >= FEWEST_ROWS;
    }

    /** Figures, and steps from the first figure of each row to its last. */
    private long[] reach(List<String> figures) throws SQLException {
        var present = figures.stream()
                .map(name -> DuckTypes.identifier(name) + " IS NOT NULL")
                .collect(Collectors.joining(", ", "[", "]"));
        var found = duck.query("""
                SELECT sum(len(list_filter(there, lambda t: t))),
                    sum(CASE WHEN list_contains(there, true)
                        THEN len(there) - list_position(list_reverse(there), true) - list_position(there, true) + 2 ELSE 0 END)
                FROM (SELECT %s AS there FROM %s)""".formatted(present, source), row -> new long[] {row.getLong(1), row.getLong(2)});
        return Objects.requireNonNull(found);
    }

    private List<Shown> shown(List<String> keys, List<String> figures) throws SQLException {
        var selected = new ArrayList<String>();
        keys.forEach(key -> selected.add("CAST(" + DuckTypes.identifier(key) + " AS VARCHAR)"));
        figures.forEach(figure -> selected.add("CAST(" + DuckTypes.identifier(figure) + " AS DOUBLE)"));
        var found = duck.list(
                "SELECT " + String.join(", ", selected) + " FROM " + source + " LIMIT " + SeriesProfile.SHOWN, row -> {
                    var named = new ArrayList<String>();
                    for (var i = 1; i <= keys.size(); i++) {
                        named.add(row.getString(i));
                    }
                    var values = new ArrayList<@Nullable Double>();
                    for (var i = 1; i <= figures.size(); i++) {
                        var value = row.getDouble(keys.size() + i);
                        values.add(row.wasNull() ? null : value);
                    }
                    return new Shown(String.join(", ", named), SeriesFinder.thinned(values));
                });
        var shown = found.stream().filter(Objects::nonNull).toList();
        return keys.isEmpty()
                ? IntStream.range(0, shown.size())
                        .mapToObj(i ->
                                new Shown(Integer.toString(i + 1), shown.get(i).values()))
                        .toList()
                : shown;
    }
}
