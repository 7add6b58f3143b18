package io.millwright.portal.ui.audit;

import io.millwright.governance.audit.AuditEvent;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Entries in words. */
final class AuditWords {

    private AuditWords() {}

    /** {@code dataset.uploaded} as "dataset uploaded". */
    static String action(String action) {
        return action.replace('.', ' ').replace('-', ' ');
    }

    /** What it was about, in one line. */
    static String summary(AuditEvent event) {
        var values = event.after().isEmpty() ? event.before() : event.after();
        var told = values(values, 3);
        var reason = event.reason().isBlank() ? "" : "“" + event.reason() + "”";
        return java.util.stream.Stream.of(told, reason)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private static String values(Map<String, Object> values, int most) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .limit(most)
                        .map(entry -> entry.getKey() + " "
                                + shortened(entry.getValue().toString()))
                        .collect(Collectors.joining(", "));
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 59) + "…";
    }
}
