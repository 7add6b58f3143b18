package io.millwright.templates.maintenance.outcomes;

import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.encoding.LabelReader;
import io.millwright.templates.learning.encoding.Spellings;
import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a column of failures says of each row.
 *
 * @param column its name
 * @param classes what can be: first that all is well, then each sort of failure as the file spells it
 * @param of for each row of the fleet the position of its class; {@link #UNKNOWN} where nothing is said
 * @param maintenance marks that tell of maintenance, which are no failures
 */
public record Outcomes(String column, List<String> classes, int[] of, List<String> maintenance) {

    public static final int UNKNOWN = -1;

    /** More sorts of failures than this are no sorts. */
    private static final int MOST_CLASSES = 50;

    /** A shorter word with a number, such as "F1", may be a code. */
    private static final int LEAST_WORD = 4;

    private static final Set<String> WELL = Set.of(
            "0",
            "00",
            "false",
            "no",
            "none",
            "normal",
            "ok",
            "okay",
            "healthy",
            "gesund",
            "baseline",
            "good",
            "nofailure",
            "nofault",
            "nodefect",
            "well",
            "running",
            "operational",
            "nein",
            "keine",
            "kein",
            "keinausfall",
            "keinfehler",
            "inordnung",
            "gut",
            "non",
            "aucun",
            "aucune",
            "sain",
            "ninguno",
            "ninguna",
            "sinfallo",
            "sinfalla",
            "sano",
            "nessuno",
            "nessun",
            "regolare",
            "normale",
            "brak",
            "f",
            "n");

    public Outcomes {
        classes = List.copyOf(classes);
        maintenance = List.copyOf(maintenance);
    }

    /**
     * Where all rows are said to be well there are no failures.
     *
     * @param maintenanceAsked whether marks of maintenance are what is asked for in a column of nothing else
     * @throws TemplateException of kind USER when the column does not tell failures from the rest
     */
    public static Outcomes read(TableInput table, Fleet fleet, String column, boolean maintenanceAsked)
            throws TemplateException {
        Map<String, Integer> counts = Spellings.count(table, List.of(column)).getFirst();
        long rows = counts.values().stream().mapToLong(Integer::longValue).sum();
        // a log of failures says nothing where all is well
        boolean silent = rows > 0
                && rows < table.rowCount() / 2
                && counts.keySet().stream().noneMatch(Outcomes::isWell);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<String> classes = new ArrayList<>();
        Set<String> maintenance = Maintenance.among(
                counts.keySet().stream().filter(text -> !isWell(text)).toList(), maintenanceAsked);
        List<String> spared =
                counts.keySet().stream().filter(maintenance::contains).toList();
        counts.keySet().removeAll(maintenance);
        long told = counts.keySet().stream().map(Outcomes::plain).distinct().count();
        boolean allWell = !(counts.isEmpty() && spared.isEmpty())
                && counts.keySet().stream().allMatch(Outcomes::isWell);
        if (allWell) {
            classes.add("no failure");
            classes.add("failure");
            counts.keySet().forEach(text -> numbers.put(plain(text), 0));
        } else if (silent || told == 1 && !spared.isEmpty()) {
            classes.add("no failure");
            counts.keySet().forEach(text -> number(text, numbers, classes));
        } else if (told <= 2) {
            LabelReader reader = LabelReader.of(column, counts);
            classes.add("no failure");
            classes.add("failure");
            counts.keySet().forEach(text -> numbers.put(plain(text), reader.meaning(text) == 1 ? 1 : 0));
        } else {
            String well = counts.keySet().stream()
                    .filter(Outcomes::isWell)
                    .findFirst()
                    .orElseGet(() -> Spellings.mostFrequent(counts, 1).getFirst());
            number(well, numbers, classes);
            // "Normal_1" and "Normal_2" are well alike
            counts.keySet().stream().filter(Outcomes::isWell).forEach(text -> numbers.putIfAbsent(plain(text), 0));
            counts.keySet().forEach(text -> number(text, numbers, classes));
        }
        if (classes.size() > MOST_CLASSES) {
            throw TemplateException.user(
                    "too-many-failures",
                    "The column \"%s\" has %,d different values, too many for sorts of failures."
                            .formatted(column, classes.size()),
                    "Choose a column that says yes or no, or names a few sorts of failures.");
        }
        spared.forEach(text -> numbers.put(plain(text), 0));
        return new Outcomes(column, classes, codes(table, fleet, column, numbers, silent), spared);
    }

    private static int[] codes(
            TableInput table, Fleet fleet, String column, Map<String, Integer> numbers, boolean silent) {
        int[] bySource = new int[Math.toIntExact(table.rowCount())];
        try (RowCursor row = table.open(List.of(column))) {
            for (int source = 0; row.next(); source++) {
                String text = row.text(0);
                bySource[source] = text == null ? silent ? 0 : UNKNOWN : numbers.getOrDefault(plain(text), UNKNOWN);
            }
        }
        int[] codes = new int[fleet.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = bySource[fleet.source()[row]];
        }
        return codes;
    }

    private static void number(String text, Map<String, Integer> numbers, List<String> classes) {
        if (numbers.putIfAbsent(plain(text), classes.size()) == null) {
            classes.add(text.strip());
        }
    }

    /** Whether a value says that all is well. */
    public static boolean isWell(String text) {
        String plain = plain(text);
        String unnumbered = plain.replaceFirst("-?\\d+$", "");
        return WELL.contains(plain) || unnumbered.length() >= LEAST_WORD && WELL.contains(unnumbered);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .strip()
                .replaceFirst("^(\\d+)[.,]0*$", "$1")
                .replaceAll("[^\\p{L}\\p{N}-]", "");
    }

    /** Whether a row is a failure of any sort. */
    public boolean failed(int row) {
        return of[row] > 0;
    }

    /** Rows that are failures. */
    public int failures() {
        int count = 0;
        for (int code : of) {
            count += code > 0 ? 1 : 0;
        }
        return count;
    }

    /** Stretches of failures without a break. */
    public int episodes(Fleet fleet) {
        int count = 0;
        for (int asset = 0; asset < fleet.size(); asset++) {
            for (int row = fleet.first(asset); row < fleet.end(asset); row++) {
                count += of[row] > 0 && (row == fleet.first(asset) || of[row - 1] <= 0) ? 1 : 0;
            }
        }
        return count;
    }
}
