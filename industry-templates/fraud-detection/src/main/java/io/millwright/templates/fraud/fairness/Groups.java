package io.millwright.templates.fraud.fairness;

import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import io.millwright.templates.fraud.features.Words;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.NumberReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The groups of a protected column: its values or, where these are many numbers, quarters of them.
 *
 * @param names by number
 * @param ofRow the group of each row of the file
 */
public record Groups(String column, List<String> names, int[] ofRow) {

    /** Values told apart at most; of more words the rarest go together, more numbers are cut into quarters. */
    static final int MOST = 12;

    private static final int BANDS = 4;
    private static final String UNKNOWN = "unknown";
    private static final String OTHERS = "all others";

    public static Groups of(TableInput table, ColumnProfile column) {
        boolean numbers = column.distinct() > MOST && NumberReader.of(column).isPresent();
        return numbers ? ofNumbers(table, column) : ofValues(table, column);
    }

    private static Groups ofValues(TableInput table, ColumnProfile column) {
        List<String> values = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        try (RowCursor row = table.open(List.of(column.name()))) {
            while (row.next()) {
                String text = row.text(0);
                String value = text == null || text.isBlank() ? UNKNOWN : text.strip();
                values.add(value);
                counts.merge(value, 1, Integer::sum);
            }
        }
        List<String> names = new ArrayList<>(counts.keySet().stream()
                .sorted(Comparator.comparing((String value) -> counts.getOrDefault(value, 0))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(counts.size() > MOST ? MOST - 1 : MOST)
                .toList());
        if (counts.size() > MOST) {
            names.add(OTHERS);
        }
        int others = names.indexOf(OTHERS);
        int[] ofRow = values.stream()
                .mapToInt(value -> names.contains(value) ? names.indexOf(value) : others)
                .toArray();
        return new Groups(column.name(), names, ofRow);
    }

    private static Groups ofNumbers(TableInput table, ColumnProfile column) {
        NumberReader reader = NumberReader.of(column).orElseThrow();
        double[] values = new double[(int) table.rowCount()];
        try (RowCursor row = table.open(List.of(column.name()))) {
            for (int at = 0; row.next(); at++) {
                values[at] = reader.read(row, 0);
            }
        }
        double[] known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        double[] from = new double[BANDS];
        List<String> names = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            from[band] = band == 0 ? Double.NEGATIVE_INFINITY : known[(int) ((long) known.length * band / BANDS)];
        }
        for (int band = 0; band < BANDS; band++) {
            names.add(
                    band == 0
                            ? "below " + Words.figure(from[1])
                            : band == BANDS - 1
                                    ? "from " + Words.figure(from[band])
                                    : Words.figure(from[band]) + " to " + Words.figure(from[band + 1]));
        }
        names.add(UNKNOWN);
        int[] ofRow = new int[values.length];
        for (int row = 0; row < ofRow.length; row++) {
            ofRow[row] = Double.isFinite(values[row]) ? band(from, values[row]) : BANDS;
        }
        return new Groups(column.name(), names, ofRow);
    }

    private static int band(double[] from, double value) {
        int band = BANDS - 1;
        while (value < from[band]) {
            band--;
        }
        return band;
    }
}
