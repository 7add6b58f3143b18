package io.millwright.templates.imaging.dataset;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column whose cells name classes. Spellings of a name are one class, which is called as it is spelt most often.
 *
 * @param rows the names in each cell
 * @param counts images of each name
 * @param several whether a cell names more than one
 */
record Cells(List<List<String>> rows, TreeMap<String, Integer> counts, boolean several) {

    private static final Pattern SEVERAL = Pattern.compile("\\s*[|;]\\s*");

    static Cells of(List<@Nullable String> column) {
        Map<String, TreeMap<String, Integer>> spellings = new HashMap<>();
        List<List<String>> parts = new ArrayList<>();
        for (String text : column) {
            List<String> names = text == null
                    ? List.of()
                    : Arrays.stream(SEVERAL.split(text))
                            .filter(part -> !part.isBlank())
                            .map(Cells::composed)
                            .toList();
            names.forEach(name -> spellings
                    .computeIfAbsent(key(name), none -> new TreeMap<>())
                    .merge(name, 1, Integer::sum));
            parts.add(names);
        }
        Map<String, String> shown = new HashMap<>();
        spellings.forEach((key, counts) -> shown.put(
                key,
                counts.keySet().stream()
                        .max(Comparator.comparing(name -> counts.getOrDefault(name, 0)))
                        .orElse(key)));
        List<List<String>> rows = parts.stream()
                .map(names -> names.stream()
                        .map(name -> shown.getOrDefault(key(name), name))
                        .distinct()
                        .toList())
                .toList();
        TreeMap<String, Integer> counts = new TreeMap<>();
        rows.forEach(names -> names.forEach(name -> counts.merge(name, 1, Integer::sum)));
        return new Cells(rows, counts, rows.stream().anyMatch(names -> names.size() > 1));
    }

    /** What spellings of a name have in common. Single letters keep their case: it may be what is to be read. */
    static String key(String name) {
        String composed = composed(name);
        return composed.codePointCount(0, composed.length()) == 1 ? composed : composed.toLowerCase(Locale.ROOT);
    }

    private static String composed(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    }

    /** Images that have a class which can be learnt. */
    long learnable() {
        return rows.stream()
                .filter(names -> names.stream().anyMatch(name -> counts.getOrDefault(name, 0) >= Classes.FEWEST))
                .count();
    }

    /** Classes that can be learnt. */
    long kinds() {
        return counts.values().stream().filter(count -> count >= Classes.FEWEST).count();
    }
}
