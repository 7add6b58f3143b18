package io.millwright.templates.learning.encoding;

import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts how often each value occurs, as the data spells it. */
public final class Spellings {

    /** Different values of a column that are counted; later ones are left out. */
    public static final int LIMIT = 20_000;

    private Spellings() {}

    /** Counts several columns in one pass; in the order of first appearance; missing values are left out. */
    public static List<Map<String, Integer>> count(TableInput table, List<String> columns) {
        List<Map<String, Integer>> counts = new ArrayList<>();
        columns.forEach(column -> counts.add(new LinkedHashMap<>()));
        if (columns.isEmpty()) {
            return counts;
        }
        try (RowCursor row = table.open(columns)) {
            while (row.next()) {
                for (int column = 0; column < columns.size(); column++) {
                    String text = row.text(column);
                    Map<String, Integer> known = counts.get(column);
                    if (text != null && (known.size() < LIMIT || known.containsKey(text))) {
                        known.merge(text, 1, Integer::sum);
                    }
                }
            }
        }
        return counts;
    }

    /** The most frequent values, at most {@code most}; of equally frequent ones the alphabetically first. */
    public static List<String> mostFrequent(Map<String, Integer> counts, int most) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
