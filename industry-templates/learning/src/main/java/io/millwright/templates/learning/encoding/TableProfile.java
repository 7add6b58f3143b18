package io.millwright.templates.learning.encoding;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one pass over a table saw of each column.
 *
 * @param columns by name, in the order of the table
 */
public record TableProfile(Map<String, ColumnProfile> columns, long rows) {

    /** Reads the whole table once. */
    public static TableProfile of(TableInput table) {
        List<Column> columns = table.columns();
        List<Watch> watches = new ArrayList<>();
        for (Column column : columns) {
            watches.add(new Watch(column));
        }
        long rows = 0;
        try (RowCursor cursor = table.open(columns.stream().map(Column::name).toList())) {
            while (cursor.next()) {
                rows++;
                for (int at = 0; at < columns.size(); at++) {
                    watches.get(at).see(cursor, at);
                }
            }
        }
        Map<String, ColumnProfile> found = new LinkedHashMap<>();
        for (Watch watch : watches) {
            found.put(watch.column.name(), watch.profile(rows));
        }
        return new TableProfile(found, rows);
    }

    /** A column by exactly this name, else by the only one that differs in case or surrounding blanks. */
    public Optional<ColumnProfile> column(String name) {
        ColumnProfile exact = columns.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        List<ColumnProfile> alike = columns.values().stream()
                .filter(column -> column.name().strip().equalsIgnoreCase(name.strip()))
                .toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    private static final class Watch {
        private final Column column;
        private final DistinctCounter distinct = new DistinctCounter();
        private final List<String> examples = new ArrayList<>();
        private long missing;
        private double minimum = Double.NaN;
        private double maximum = Double.NaN;
        private double last = Double.NEGATIVE_INFINITY;
        private int replaced;
        private boolean whole = true;
        private boolean rising = true;

        Watch(Column column) {
            this.column = column;
        }

        void see(RowCursor row, int at) {
            if (row.isMissing(at)) {
                missing++;
                return;
            }
            if (column.type() == ColumnType.TEXT) {
                String text = row.text(at);
                if (text != null && distinct.add(DistinctCounter.hash(text))) {
                    keep(text);
                }
                return;
            }
            double value = row.number(at);
            minimum = !(minimum <= value) ? value : minimum;
            maximum = !(maximum >= value) ? value : maximum;
            whole &= value == Math.rint(value);
            rising &= value >= last;
            last = value;
            String text = distinct.add(Double.doubleToLongBits(value)) && wantsExample() ? row.text(at) : null;
            if (text != null) {
                examples.add(text);
            }
        }

        /** The first ones and the newest ones: the first times of a long file are all of one day. */
        private void keep(String text) {
            if (wantsExample()) {
                examples.add(text);
                return;
            }
            int newest = ColumnProfile.EXAMPLES / 2;
            examples.set(newest + replaced % newest, text);
            replaced++;
        }

        /** In the order of the file. */
        private List<String> examples() {
            int newest = ColumnProfile.EXAMPLES / 2;
            if (replaced > 0) {
                Collections.rotate(examples.subList(newest, examples.size()), -(replaced % newest));
            }
            return examples;
        }

        private boolean wantsExample() {
            return examples.size() < ColumnProfile.EXAMPLES;
        }

        ColumnProfile profile(long rows) {
            return new ColumnProfile(
                    column,
                    rows,
                    missing,
                    distinct.count(),
                    minimum,
                    maximum,
                    whole && column.type() != ColumnType.TEXT,
                    rising && column.type() != ColumnType.TEXT,
                    examples());
        }
    }
}
