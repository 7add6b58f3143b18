package io.millwright.tenancy;

import java.util.Map;

/**
 * Something that changed, for the audit log.
 *
 * @param action past tense with the kind of thing first, e.g. {@code member.role-given}
 * @param objectType the kind of thing, e.g. {@code member}
 * @param objectId which one
 * @param before simple values by field, empty when it did not exist
 * @param after simple values by field, empty when it exists no more
 * @param reason in a person's words, may be empty
 */
public record Change(
        String action,
        String objectType,
        String objectId,
        Map<String, Object> before,
        Map<String, Object> after,
        String reason) {

    public Change {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }
}
