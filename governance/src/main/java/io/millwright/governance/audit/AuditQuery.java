package io.millwright.governance.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; whatever is null or blank does not restrict.
 *
 * @param actor the exact user name
 * @param action an action or its beginning, e.g. {@code dataset} or {@code dataset.uploaded}
 * @param objectType the exact kind of thing
 * @param objectId the exact thing
 * @param text words anywhere in the entry, upper and lower case alike
 * @param from earliest time, inclusive
 * @param to latest time, exclusive
 */
public record AuditQuery(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String objectType,
        @Nullable String objectId,
        @Nullable String text,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Every entry. */
    public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null, null);

    /** Everything that happened to one thing. */
    public static AuditQuery of(String objectType, String objectId) {
        return new AuditQuery(null, null, objectType, objectId, null, null, null);
    }
}
