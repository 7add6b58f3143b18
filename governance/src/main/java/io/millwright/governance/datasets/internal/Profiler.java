package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.ColumnType;
import io.millwright.governance.datasets.DatasetColumn;
import io.millwright.governance.datasets.Profile;
import io.millwright.governance.datasets.Profile.ColumnProfile;
import io.millwright.governance.datasets.SeriesProfile;
import io.millwright.tenancy.MillwrightException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Describes a stored table: two passes over each column, a block of columns at a time, so that memory stays bounded. */
final class Profiler {

    private static final Logger LOG = LoggerFactory.getLogger(Profiler.class);

    private static final int BLOCK = 40;

    /** Longest text kept for a value. */
    private static final int LONGEST = 200;

    /** Columns with at most this many values get their most frequent ones listed, whatever their type. */
    private static final int FEW = 30;

    /** In tables with more columns than this, numbers and days are not listed value by value: counting texts is dear. */
    private static final int WIDE = 200;

    /** Texts with at most this many values have all of them counted at once. */
    private static final int MANY = 500;

    /** Aggregates of a column in the first pass. */
    private static final int FIELDS = 9;

    private final DuckSession duck;
    private final String source;
    private final long rows;
    private final List<DatasetColumn> columns;

    /** What the first pass finds about a column. */
    private record Facts(
            long present,
            long distinct,
            @Nullable String minimum,
            @Nullable String maximum,
            double lowest,
            double highest,
            Profile.@Nullable Numbers numbers) {}

    Profiler(DuckSession duck, String source, long rows, List<DatasetColumn> columns) {
        this.duck = duck;
        this.source = source;
        this.rows = rows;
        this.columns = columns;
    }

    Profile profile() throws SQLException {
        var profiles = new ArrayList<ColumnProfile>();
        var sample = new ArrayList<List<@Nullable String>>();
        for (var from = 0; from < columns.size(); from += BLOCK) {
            var block = columns.subList(from, Math.min(from + BLOCK, columns.size()));
            var facts = facts(block);
            var counts = new Counts(duck, source, LONGEST);
            for (var i = 0; i < block.size(); i++) {
                counts.add(
                        block.get(i),
                        facts.get(i).lowest(),
                        facts.get(i).highest(),
                        wantsAll(block.get(i), facts.get(i)));
            }
            counts.read();
            for (var i = 0; i < block.size(); i++) {
                profiles.add(profile(block.get(i), facts.get(i), counts.bins(i), counts.top(i)));
            }
            var part = sample(block);
            for (var row = 0; row < part.size(); row++) {
                if (from == 0) {
                    sample.add(new ArrayList<>());
                }
                sample.get(row).addAll(part.get(row));
            }
        }
        return new Profile(rows, profiles, sample, series(profiles));
    }

    /** What the table holds besides columns. Not worth refusing a table for, nor the memory that some would take. */
    private @Nullable SeriesProfile series(List<ColumnProfile> profiles) throws SQLException {
        try {
            return new SeriesFinder(duck, source, rows, profiles).find();
        } catch (MillwrightException tooDear) {
            LOG.atInfo().addKeyValue("cause", tooDear.code()).log("Series were not looked for to the end");
            return null;
        }
    }

    /** Whether all values of a column are counted in the second pass. */
    private boolean wantsAll(DatasetColumn column, Facts facts) {
        var most = isDiscrete(column) ? MANY : columns.size() > WIDE ? 0 : FEW;
        return facts.present() > 0 && facts.distinct() <= most;
    }

    private static boolean isDiscrete(DatasetColumn column) {
        return column.type() == ColumnType.TEXT || column.type() == ColumnType.BOOLEAN;
    }

    private ColumnProfile profile(
            DatasetColumn column, Facts facts, List<Profile.Bin> bins, List<Profile.TopValue> counted)
            throws SQLException {
        return new ColumnProfile(
                column.name(),
                column.type(),
                rows - facts.present(),
                facts.distinct(),
                facts.minimum(),
                facts.maximum(),
                facts.numbers(),
                bins,
                isDiscrete(column) && facts.distinct() > MANY ? top(column, facts) : counted);
    }

    private List<Facts> facts(List<DatasetColumn> block) throws SQLException {
        var sql = block.stream().map(Profiler::aggregates).collect(Collectors.joining(", "));
        var facts = duck.query("SELECT " + sql + " FROM " + source, row -> {
            var all = new ArrayList<Facts>();
            var index = 1;
            for (var column : block) {
                all.add(facts(column, row, index));
                index += FIELDS;
            }
            return all;
        });
        return facts == null ? List.of() : facts;
    }

    private static String aggregates(DatasetColumn column) {
        var c = DuckTypes.identifier(column.name());
        var number = Counts.number(c, column.type());
        var isNumber = column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
        // One digest for all quantiles: this is what takes the profile's time.
        var quantiles = isNumber ? "approx_quantile(" + number + ", [0.05, 0.25, 0.5, 0.75, 0.95])" : "NULL";
        return "count(%s), approx_count_distinct(%s), ".formatted(c, c)
                + extreme("min", c, column.type()) + ", " + extreme("max", c, column.type()) + ", "
                + (number.isEmpty()
                        ? "NULL, NULL, "
                        : "CAST(min(%s) AS DOUBLE), CAST(max(%s) AS DOUBLE), ".formatted(number, number))
                + (isNumber ? "avg(%s), stddev_samp(%s), ".formatted(number, number) : "0, 0, ")
                + quantiles;
    }

    private static String extreme(String function, String c, ColumnType type) {
        var found = function + "(" + c + ")";
        return shown(type == ColumnType.TEXT ? "left(" + found + ", " + LONGEST + ")" : found, type);
    }

    private Facts facts(DatasetColumn column, ResultSet row, int index) throws SQLException {
        var present = row.getLong(index);
        var distinct = Math.min(row.getLong(index + 1), present);
        var isNumber = column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
        var numbers = isNumber && present > 0 ? numbers(row, index + 6) : null;
        return new Facts(
                present,
                distinct,
                row.getString(index + 2),
                row.getString(index + 3),
                row.getDouble(index + 4),
                row.getDouble(index + 5),
                numbers);
    }

    private static Profile.Numbers numbers(ResultSet row, int index) throws SQLException {
        var quantiles = (Object[]) row.getArray(index + 2).getArray();
        return new Profile.Numbers(
                row.getDouble(index),
                row.getDouble(index + 1),
                number(quantiles[0]),
                number(quantiles[1]),
                number(quantiles[2]),
                number(quantiles[3]),
                number(quantiles[4]));
    }

    private static double number(Object value) {
        return value instanceof Number found ? found.doubleValue() : Double.NaN;
    }

    /** The most frequent of many values; of few values the second pass has counted all. */
    private List<Profile.TopValue> top(DatasetColumn column, Facts facts) throws SQLException {
        // Where nearly every value is another one there are no frequent values, and counting them all would be dear.
        if (facts.distinct() > 100_000 || facts.distinct() > facts.present() * .9) {
            return List.of();
        }
        var c = DuckTypes.identifier(column.name());
        var found = duck.list(
                "SELECT left(%s, %d), count(*) AS n FROM %s WHERE %s IS NOT NULL GROUP BY %s ORDER BY n DESC, %s LIMIT %d"
                        .formatted(shown(c, column.type()), LONGEST, source, c, c, c, Profile.TOP_VALUES),
                row -> new Profile.TopValue(row.getString(1), row.getLong(2)));
        return List.copyOf(found);
    }

    private List<List<@Nullable String>> sample(List<DatasetColumn> block) throws SQLException {
        var shown = block.stream()
                .map(column ->
                        "left(" + shown(DuckTypes.identifier(column.name()), column.type()) + ", " + LONGEST + ")")
                .collect(Collectors.joining(", "));
        var found = duck.list("SELECT " + shown + " FROM " + source + " LIMIT " + Profile.SAMPLE_ROWS, row -> {
            var values = new ArrayList<@Nullable String>();
            for (var i = 1; i <= block.size(); i++) {
                values.add(row.getString(i));
            }
            return values;
        });
        return new ArrayList<>(found);
    }

    /** SQL for a value as people and the canonical table write it. */
    static String shown(String expression, ColumnType type) {
        return switch (type) {
            case TIMESTAMP -> "strftime(" + expression + ", '%Y-%m-%dT%H:%M:%SZ')";
            case TEXT -> expression;
            case INTEGER, DECIMAL, BOOLEAN, DATE -> "CAST(" + expression + " AS VARCHAR)";
        };
    }
}
