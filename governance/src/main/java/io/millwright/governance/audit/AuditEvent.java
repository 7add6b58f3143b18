package io.millwright.governance.audit;

import java.util.Map;

/**
 * What happened, told by the code that did it. Who, when and from where is added by {@link AuditLog}.
 *
 * <p>Values of {@code before} and {@code after} are text, numbers, booleans, or lists and maps of these; anything else is
 * written as its text. Never put a secret or the content of a dataset here: entries are kept for good.
 *
 * @param action past tense with the kind of thing first, e.g. {@code dataset.uploaded}
 * @param objectType the kind of thing, e.g. {@code dataset}
 * @param objectId which one
 * @param before values by field, empty when it did not exist
 * @param after values by field, empty when it exists no more
 * @param reason in a person's words, may be empty
 */
public record AuditEvent(
        String action,
        String objectType,
        String objectId,
        Map<String, Object> before,
        Map<String, Object> after,
        String reason) {

    public AuditEvent {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
        if (!action.matches("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)+")) {
            throw new IllegalArgumentException("not an action: " + action);
        }
    }

    /** An event without values and reason. */
    public static AuditEvent of(String action, String objectType, String objectId) {
        return new AuditEvent(action, objectType, objectId, Map.of(), Map.of(), "");
    }

    public AuditEvent before(Map<String, Object> values) {
        return new AuditEvent(action, objectType, objectId, values, after, reason);
    }

    public AuditEvent after(Map<String, Object> values) {
        return new AuditEvent(action, objectType, objectId, before, values, reason);
    }

    public AuditEvent because(String why) {
        return new AuditEvent(action, objectType, objectId, before, after, why);
    }
}
