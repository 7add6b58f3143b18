package io.millwright.templates.maintenance.fleet;

import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.Spellings;
import io.millwright.templates.learning.encoding.TableProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words as codes: for each column of words the known ones, the most frequent first; others are missing. */
public record Categories(List<String> columns, List<List<String>> words) {

    private static final int MOST_WORDS = 60;

    public Categories {
        columns = List.copyOf(columns);
        words = words.stream().map(List::copyOf).toList();
    }

    /** Learns the words of columns. */
    public static Categories of(TableInput table, List<String> columns) {
        List<List<String>> words = Spellings.count(table, columns).stream()
                .map(counts -> Spellings.mostFrequent(counts, MOST_WORDS))
                .toList();
        return new Categories(columns, words);
    }

    /**
     * The codes of each column for the rows of a fleet; NaN for words that are not known.
     *
     * @throws TemplateException of kind USER when a column is not there
     */
    public float[][] read(TableInput table, TableProfile profile, Fleet fleet) throws TemplateException {
        float[][] codes = new float[columns.size()][fleet.rows()];
        if (columns.isEmpty()) {
            return codes;
        }
        List<String> opened = new ArrayList<>();
        List<Map<String, Float>> numbers = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            String name = columns.get(column);
            opened.add(profile.column(name)
                    .map(ColumnProfile::name)
                    .orElseThrow(() -> TemplateException.user(
                            "column-missing",
                            "The file has no column \"%s\".".formatted(name),
                            "Bring a file with the columns that the model was trained on.")));
            Map<String, Float> number = new HashMap<>();
            words.get(column).forEach(word -> number.put(word, (float) number.size()));
            numbers.add(number);
        }
        float[][] bySource = new float[columns.size()][Math.toIntExact(table.rowCount())];
        try (RowCursor row = table.open(opened)) {
            for (int source = 0; row.next(); source++) {
                for (int column = 0; column < bySource.length; column++) {
                    String text = row.text(column);
                    bySource[column][source] =
                            text == null ? Float.NaN : numbers.get(column).getOrDefault(text, Float.NaN);
                }
            }
        }
        for (int column = 0; column < codes.length; column++) {
            Arrays.fill(codes[column], Float.NaN);
            for (int row = 0; row < fleet.rows(); row++) {
                codes[column][row] = bySource[column][fleet.source()[row]];
            }
        }
        return codes;
    }
}
