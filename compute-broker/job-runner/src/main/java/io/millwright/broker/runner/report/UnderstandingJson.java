package io.millwright.broker.runner.report;

import io.millwright.plugins.api.Understanding;
import java.util.Map;
import java.util.TreeMap;

/**
 * An {@link Understanding} as JSON: {@code {task, facts:{title:words}, notes:[{level,text}], options:{name:value},
 * estimates:[{preset,seconds,memoryBytes}]}}, facts in the order given.
 */
public final class UnderstandingJson {

    private UnderstandingJson() {}

    public static String of(Understanding understanding) {
        var members = new java.util.LinkedHashMap<String, Object>();
        members.put("task", understanding.task());
        members.put("facts", understanding.facts());
        members.put(
                "notes",
                understanding.notes().stream()
                        .map(note -> new TreeMap<>(Map.of("level", note.level().name(), "text", note.text())))
                        .toList());
        members.put("options", understanding.options());
        members.put(
                "estimates",
                understanding.estimates().stream()
                        .map(UnderstandingJson::estimate)
                        .toList());
        return JsonText.of(members);
    }

    private static Map<String, Object> estimate(Understanding.Estimate estimate) {
        if (!Double.isFinite(estimate.seconds())) {
            throw new IllegalArgumentException("an estimate's seconds are a number: " + estimate);
        }
        var members = new TreeMap<String, Object>();
        members.put("preset", estimate.preset());
        members.put("seconds", estimate.seconds());
        members.put("memoryBytes", estimate.memoryBytes());
        return members;
    }
}
