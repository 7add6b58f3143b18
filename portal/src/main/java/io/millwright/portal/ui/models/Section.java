package io.millwright.portal.ui.models;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A part of a model's report, in the order of importance. */
enum Section {
    OUTCOME,
    EXPLANATION("importance", "reason", "effect", "contribution", "explain", "driver", "dependence", "saliency"),
    ERRORS("error", "residual", "miss", "worst", "confusion", "stranger", "mistake", "hardest"),
    SEGMENTS("segment", "fairness", "group", "protected", "parity"),
    CALIBRATION("calibration", "coverage", "reliability", "interval", "pit"),
    SEARCH("trial", "search", "learning", "candidate", "member", "fold", "validation", "backtest", "seed");

    /** Figures by something, e.g. {@code errorByRemainingLife}. */
    private static final Pattern BY = Pattern.compile("[a-z]By[A-Z]");

    private final List<String> words;

    Section(String... words) {
        this.words = List.of(words);
    }

    /** The sort of a chart tells where it belongs, and where that says nothing, its name does. */
    static Section of(JsonNode chart) {
        return switch (chart.path("type").asString("")) {
            case "trials" -> SEARCH;
            case "threshold", "fans" -> OUTCOME;
            case "confusion", "gallery" -> ERRORS;
            case "lines" ->
                switch (chart.path("kind").asString("")) {
                    case "LEARNING" -> SEARCH;
                    case "CALIBRATION" -> CALIBRATION;
                    case "PRECISION_RECALL", "ROC" -> OUTCOME;
                    default -> named(chart, OUTCOME);
                };
            case "bars" -> named(chart, EXPLANATION);
            default -> named(chart, OUTCOME);
        };
    }

    private static Section named(JsonNode chart, Section otherwise) {
        var spelled = chart.path("name").asString("");
        if (BY.matcher(spelled).find()) {
            return SEGMENTS;
        }
        var name = spelled.toLowerCase(Locale.ROOT);
        // Segments first: "segmentErrors" is about segments.
        return List.of(SEGMENTS, CALIBRATION, ERRORS, EXPLANATION, SEARCH).stream()
                .filter(section -> section.words.stream().anyMatch(name::contains))
                .findFirst()
                .orElse(otherwise);
    }

    /** Lower case, for addresses and the catalogue. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<Section> inOrder() {
        return Arrays.asList(values());
    }
}
