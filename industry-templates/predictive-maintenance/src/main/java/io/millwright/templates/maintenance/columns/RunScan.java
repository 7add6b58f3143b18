package io.millwright.templates.maintenance.columns;

import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks at how values follow each other, to find the machine and the time in columns whose names say nothing. */
final class RunScan {

    private static final int MOST_MOMENTS = 500_000;

    private RunScan() {}

    /** How often each column's value differs from the one in the row before. */
    static Map<String, Long> changes(TableInput table, List<String> columns) {
        long[] changes = new long[columns.size()];
        @Nullable String[] last = new String[columns.size()];
        boolean first = true;
        try (RowCursor row = table.open(columns)) {
            while (row.next()) {
                for (int at = 0; at < changes.length; at++) {
                    String value = row.text(at);
                    changes[at] += !first && !Objects.equals(value, last[at]) ? 1 : 0;
                    last[at] = value;
                }
                first = false;
            }
        }
        Map<String, Long> found = new LinkedHashMap<>();
        for (int at = 0; at < changes.length; at++) {
            found.put(columns.get(at), changes[at]);
        }
        return found;
    }

    /** Whether the same machine has the same time in several files: then it is several machines. */
    static boolean restarts(TableInput table, String file, String asset, String time) {
        Map<String, String> firstFile = new java.util.HashMap<>();
        try (RowCursor row = table.open(List.of(file, asset, time))) {
            while (row.next() && firstFile.size() < MOST_MOMENTS) {
                String moment = row.text(1) + "\n" + row.text(2);
                String known = firstFile.putIfAbsent(moment, String.valueOf(row.text(0)));
                if (known != null && !known.equals(row.text(0))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The columns that only rise as long as the machine stays the same, and fall at least once when it changes. */
    static List<String> clocks(TableInput table, String asset, List<String> columns) {
        boolean[] clock = new boolean[columns.size()];
        boolean[] falls = new boolean[columns.size()];
        double[] last = new double[columns.size()];
        java.util.Arrays.fill(clock, true);
        List<String> opened = new java.util.ArrayList<>(columns);
        opened.add(asset);
        String machine = null;
        try (RowCursor row = table.open(opened)) {
            while (row.next()) {
                String now = row.text(columns.size());
                boolean same = Objects.equals(now, machine);
                for (int at = 0; at < clock.length; at++) {
                    double value = row.number(at);
                    clock[at] &= !Double.isNaN(value) && (!same || value > last[at]);
                    falls[at] |= machine != null && !same && value < last[at];
                    last[at] = value;
                }
                machine = now;
            }
        }
        return java.util.stream.IntStream.range(0, clock.length)
                .filter(at -> clock[at] && falls[at])
                .mapToObj(columns::get)
                .toList();
    }
}
