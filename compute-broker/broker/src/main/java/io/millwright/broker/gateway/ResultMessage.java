package io.millwright.broker.gateway;

import io.millwright.broker.agent.PropertiesText;
import io.millwright.broker.internal.Digests;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an agent says at the end.
 *
 * @param objective what a trial found, NaN unless it is one's
 * @param figures what else a trial found
 * @param digest SHA-256 of the message, hexadecimal: the same message again is the same end
 */
record ResultMessage(
        Outcome outcome,
        Kind kind,
        String code,
        String message,
        String remedy,
        long peakMemoryBytes,
        String sandbox,
        Map<String, String> environment,
        double objective,
        Map<String, Double> figures,
        String digest) {

    private static final int MAX_TEXT = 2_000;
    private static final String ENVIRONMENT = "environment.";
    private static final String FIGURE = "trial.figure.";

    /** How it ended. */
    enum Outcome {
        SUCCEEDED,
        FAILED,
        CANCELLED
    }

    /** Whose move it is after a failure. */
    enum Kind {
        USER,
        RESOURCES,
        TEMPLATE,
        /** Not the job's fault: it may be tried again. */
        AGENT
    }

    /** @throws Refusal 400 when it is not such a message */
    static ResultMessage parse(String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        try {
            var facts = PropertiesText.parse(bytes);
            var environment = new TreeMap<String, String>();
            facts.forEach((name, value) -> {
                if (name.startsWith(ENVIRONMENT) && environment.size() < 50) {
                    environment.put(name.substring(ENVIRONMENT.length()), text(value));
                }
            });
            return new ResultMessage(
                    Outcome.valueOf(upper(facts, "outcome", "")),
                    Kind.valueOf(upper(facts, "kind", "template")),
                    text(facts.getOrDefault("code", "")),
                    text(facts.getOrDefault("message", "")),
                    text(facts.getOrDefault("remedy", "")),
                    Long.parseLong(facts.getOrDefault("peakMemoryBytes", "0")),
                    text(facts.getOrDefault("sandbox", "")),
                    environment,
                    Double.parseDouble(facts.getOrDefault("trial.objective", "NaN")),
                    figures(facts),
                    HexFormat.of().formatHex(Digests.of(bytes)));
        } catch (IllegalArgumentException malformed) {
            throw Refusal.malformed("This is not a result: " + malformed.getMessage());
        }
    }

    /** Why it failed; never empty. */
    String why() {
        return message.isEmpty() ? "It failed without saying why." : message;
    }

    private static Map<String, Double> figures(Map<String, String> facts) {
        var figures = new TreeMap<String, Double>();
        facts.forEach((name, value) -> {
            if (name.startsWith(FIGURE) && figures.size() < 50) {
                var parsed = Double.valueOf(value);
                if (Double.isFinite(parsed)) {
                    figures.put(text(name.substring(FIGURE.length())), parsed);
                }
            }
        });
        return figures;
    }

    private static String upper(Map<String, String> facts, String name, String otherwise) {
        var value = facts.getOrDefault(name, "");
        return (value.isEmpty() ? otherwise : value).toUpperCase(java.util.Locale.ROOT);
    }

    private static String text(String text) {
        var clean = text.replace('\0', '\ufffd');
        return clean.length() <= MAX_TEXT ? clean : clean.substring(0, MAX_TEXT) + " …";
    }
}
