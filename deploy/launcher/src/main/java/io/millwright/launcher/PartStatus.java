package io.millwright.launcher;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the supervisor knows of one part.
 *
 * @param restarts how often it was started again after it had ended by itself
 * @param since when it came into this state
 * @param note one sentence on why, or empty
 */
record PartStatus(String name, State state, long pid, int restarts, Instant since, String note) {

    /** {@code UNHEALTHY}: runs, but does not answer. {@code FAILED}: given up, because it never became healthy. */
    enum State {
        WAITING,
        STARTING,
        HEALTHY,
        UNHEALTHY,
        RESTARTING,
        FAILED,
        STOPPED
    }

    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put(name + ".state", state.name());
        values.put(name + ".pid", Long.toString(pid));
        values.put(name + ".restarts", Integer.toString(restarts));
        values.put(name + ".since", since.toString());
        values.put(name + ".note", note);
        return values;
    }

    static PartStatus parse(String name, Map<String, String> values) {
        return new PartStatus(
                name,
                State.valueOf(values.getOrDefault(name + ".state", "STOPPED")),
                Long.parseLong(values.getOrDefault(name + ".pid", "0")),
                Integer.parseInt(values.getOrDefault(name + ".restarts", "0")),
                Instant.parse(values.getOrDefault(name + ".since", Instant.EPOCH.toString())),
                values.getOrDefault(name + ".note", ""));
    }
}
