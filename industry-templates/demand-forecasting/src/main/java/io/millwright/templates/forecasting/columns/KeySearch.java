package io.millwright.templates.forecasting.columns;

import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.TableProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Finds out which columns name a series: with them, no two rows share a step. Looks at all rows of some of the steps, so that
 * large files take no longer.
 */
final class KeySearch {

    private static final long ROWS = 60_000;
    /** Share of rows that may share series and step with another: real files repeat a few. */
    private static final double ALONE = 0.99;

    /** Least share of steps at which a series has a row. */
    private static final double DENSE = 0.05;

    private static final int MOST_CANDIDATES = 12;
    private static final int MOST_KEYS = 4;
    private static final int LEAST_ROWS = 3;

    private final List<String> candidates;
    private final List<long[]> rows = new ArrayList<>();

    /**
     * Reads some of the rows.
     *
     * @param named columns whose names say that they are keys
     * @param taken columns that are something else
     */
    KeySearch(TableInput table, TableProfile profile, List<String> times, List<String> named, List<String> taken) {
        candidates = Stream.concat(
                        named.stream(),
                        profile.columns().values().stream()
                                .filter(column -> !taken.contains(column.name()) && !named.contains(column.name()))
                                .filter(KeySearch::couldName)
                                .map(ColumnProfile::name))
                .limit(MOST_CANDIDATES)
                .toList();
        long every = Math.max(1, profile.rows() / ROWS);
        List<String> opened = new ArrayList<>(candidates);
        opened.addAll(times);
        try (RowCursor cursor = table.open(opened)) {
            while (cursor.next()) {
                long moment = 0;
                for (int at = 0; at < times.size(); at++) {
                    moment = (moment + Objects.hashCode(cursor.text(candidates.size() + at))) * 0x9E3779B97F4A7C15L;
                }
                if (Math.floorMod(moment >>> 20, every) == 0) {
                    long[] row = new long[candidates.size() + 1];
                    row[candidates.size()] = moment;
                    for (int at = 0; at < candidates.size(); at++) {
                        row[at] = Objects.hashCode(cursor.text(at));
                    }
                    rows.add(row);
                }
            }
        }
    }

    private static boolean couldName(ColumnProfile column) {
        boolean name = column.type() == ColumnType.TEXT || column.type() == ColumnType.INTEGER;
        return name && column.distinct() > 1 && column.present() >= (long) LEAST_ROWS * column.distinct();
    }

    /** Whether no two rows share a step, with these keys. */
    boolean enough(List<String> keys) {
        return alone(keys) >= ALONE;
    }

    /** The keys, with those that have to come to them; the same where none helps. */
    List<String> completed(List<String> keys) {
        List<String> found = new ArrayList<>(keys);
        double best = alone(found);
        while (best < ALONE && found.size() < MOST_KEYS) {
            String next = null;
            int fewest = Integer.MAX_VALUE;
            for (String candidate : candidates) {
                if (found.contains(candidate)) {
                    continue;
                }
                List<String> tried = new ArrayList<>(found);
                tried.add(candidate);
                // what is enough is enough: of two that are, figures make more series than names
                double alone = Math.min(ALONE, alone(tried));
                int series = different(tried, false);
                boolean better = alone > best + 1e-9 || next != null && alone >= best && series < fewest;
                if (better && dense(tried)) {
                    best = alone;
                    next = candidate;
                    fewest = series;
                }
            }
            if (next == null) {
                break;
            }
            found.add(next);
        }
        return best >= ALONE ? List.copyOf(found) : keys;
    }

    /** Whether most series have a row at some share of the steps: prices tell rows apart too, but make no series. */
    private boolean dense(List<String> keys) {
        double cells = (double) different(keys, false) * different(List.of(), true);
        return rows.size() >= DENSE * cells;
    }

    /** Different steps of series over rows. */
    private double alone(List<String> keys) {
        return rows.isEmpty() ? 1 : (double) different(keys, true) / rows.size();
    }

    private int different(List<String> keys, boolean steps) {
        int[] columns = keys.stream()
                .mapToInt(candidates::indexOf)
                .filter(at -> at >= 0)
                .toArray();
        long[] hashes = new long[rows.size()];
        for (int row = 0; row < hashes.length; row++) {
            long hash = steps ? rows.get(row)[candidates.size()] : 0;
            for (int column : columns) {
                hash = (hash ^ (rows.get(row)[column] + 0x9E3779B97F4A7C15L * (column + 1))) * 0xBF58476D1CE4E5B9L;
                hash ^= hash >>> 29;
            }
            hashes[row] = hash;
        }
        Arrays.sort(hashes);
        int different = 0;
        for (int row = 0; row < hashes.length; row++) {
            different += row == 0 || hashes[row] != hashes[row - 1] ? 1 : 0;
        }
        return different;
    }
}
