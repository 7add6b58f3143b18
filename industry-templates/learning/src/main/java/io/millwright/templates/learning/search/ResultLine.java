package io.millwright.templates.learning.search;

import io.millwright.plugins.api.Trial;
import io.millwright.plugins.api.TrialResult;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A result as a line of text: fields separated by spaces, words percent-encoded, so that nothing is lost. */
final class ResultLine {
    private static final int FIELDS = 8;

    private ResultLine() {}

    static String of(TrialResult result) {
        Map<String, String> figures = new TreeMap<>();
        result.figures().forEach((name, value) -> figures.put(name, value.toString()));
        return String.join(
                " ",
                Integer.toString(result.trial().number()),
                Double.toString(result.trial().budget()),
                result.status().name(),
                Double.toString(result.objective()),
                Double.toString(result.seconds()),
                "=" + encoded(result.reason()),
                pairs(result.trial().parameters()),
                pairs(figures));
    }

    /** @throws IllegalArgumentException when the line is not what {@link #of} writes */
    static TrialResult read(String line) {
        String[] fields = line.split(" ", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("a result has " + FIELDS + " fields: " + line);
        }
        Map<String, Double> figures = new TreeMap<>();
        pairs(fields[7]).forEach((name, value) -> figures.put(name, Double.valueOf(value)));
        return new TrialResult(
                new Trial(Integer.parseInt(fields[0]), pairs(fields[6]), Double.parseDouble(fields[1])),
                TrialResult.Status.valueOf(fields[2]),
                Double.parseDouble(fields[3]),
                figures,
                Double.parseDouble(fields[4]),
                decoded(fields[5].substring(1)));
    }

    static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static String decoded(String words) {
        return URLDecoder.decode(words, StandardCharsets.UTF_8);
    }

    private static String pairs(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> pairs(String field) {
        Map<String, String> pairs = new TreeMap<>();
        for (String pair : field.isEmpty() ? new String[0] : field.split("&")) {
            String[] sides = pair.split("=", 2);
            pairs.put(decoded(sides[0]), decoded(sides[1]));
        }
        return pairs;
    }
}
