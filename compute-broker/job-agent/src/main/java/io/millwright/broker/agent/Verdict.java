package io.millwright.broker.agent;

import java.util.Map;
import java.util.TreeMap;

/**
 * How an attempt ended, as its result says.
 *
 * @param outcome {@code succeeded}, {@code failed} or {@code cancelled}
 * @param kind whose move it is: {@code user}, {@code resources}, {@code template} or {@code agent}; empty unless failed
 * @param code stable, lower-case words joined by hyphens
 * @param message what is wrong, a sentence or two
 * @param remedy what to do, a sentence
 */
record Verdict(String outcome, String kind, String code, String message, String remedy) {

    static final String SUCCEEDED = "succeeded";

    static Verdict cancelled() {
        return new Verdict("cancelled", "", "cancelled", "The job was cancelled.", "");
    }

    static Verdict resources(String code, String message, String remedy) {
        return new Verdict("failed", "resources", code, message, remedy);
    }

    static Verdict template(String code, String message) {
        return new Verdict("failed", "template", code, message, "Tell the template's author; the log has the details.");
    }

    /** Not the template's doing: trying again may help. */
    static Verdict agent(String code, String message, String remedy) {
        return new Verdict("failed", "agent", code, message, remedy);
    }

    boolean succeeded() {
        return outcome.equals(SUCCEEDED);
    }

    /**
     * The body of the result.
     *
     * @param environment what the attempt ran on, by names that begin with {@code environment.}
     */
    Map<String, String> facts(long peakMemoryBytes, String sandbox, Map<String, String> environment) {
        var facts = new TreeMap<String, String>();
        facts.put("outcome", outcome);
        facts.put("kind", kind);
        facts.put("code", code);
        facts.put("message", message);
        facts.put("remedy", remedy);
        facts.put("peakMemoryBytes", Long.toString(peakMemoryBytes));
        facts.put("sandbox", sandbox);
        facts.putAll(environment);
        return facts;
    }
}
