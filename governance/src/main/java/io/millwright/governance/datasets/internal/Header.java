package io.millwright.governance.datasets.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** Names of columns, from the first record or made up. */
final class Header {

    private Header() {}

    /** Columns named by the current record. */
    static List<ColumnFinding> named(Records records) {
        checkCount(records);
        var columns = new ArrayList<ColumnFinding>();
        var seen = new HashMap<String, Integer>();
        for (var i = 0; i < records.size(); i++) {
            var name = text(records, i).strip();
            check(records, seen, columns, name, i);
            columns.add(new ColumnFinding(name));
        }
        return columns;
    }

    /** Columns {@code column1}, {@code column2} … as many as the current record has fields. */
    static List<ColumnFinding> numbered(Records records) {
        checkCount(records);
        var columns = new ArrayList<ColumnFinding>();
        for (var i = 1; i <= records.size(); i++) {
            columns.add(new ColumnFinding("column" + i));
        }
        return columns;
    }

    /** Whether the current record can only be names: no field of it looks like a value. */
    static boolean looksNamed(Records records) {
        for (var i = 0; i < records.size(); i++) {
            if (Shape.of(records.buffer(), records.start(i), records.end(i)) != 0) {
                return false;
            }
        }
        return true;
    }

    private static void check(
            Records records, HashMap<String, Integer> seen, List<ColumnFinding> columns, String name, int i) {
        if (name.isEmpty()) {
            throw Refusals.blankName(records.line(), i + 1);
        }
        if (name.length() > Limits.MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Refusals.badName(i + 1);
        }
        var before = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), i);
        if (before != null) {
            var exactly = columns.get(before).name().equals(name);
            throw Refusals.sameName(before + 1, i + 1, name, exactly);
        }
    }

    private static void checkCount(Records records) {
        if (records.size() > Limits.MAX_COLUMNS) {
            throw Refusals.tooManyColumns(records.line(), records.size());
        }
    }

    private static String text(Records records, int field) {
        var start = records.start(field);
        return new String(records.buffer(), start, records.end(field) - start, StandardCharsets.UTF_8);
    }
}
