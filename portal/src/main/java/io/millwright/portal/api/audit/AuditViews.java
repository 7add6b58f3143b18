package io.millwright.portal.api.audit;

import io.millwright.governance.audit.AuditEntry;
import io.millwright.portal.api.Fields;
import io.millwright.portal.api.Links;
import io.millwright.tenancy.TenantId;
import java.time.Instant;
import java.util.Map;

/** Entries of audit logs as the API shows them. */
final class AuditViews {

    private AuditViews() {}

    static EntryView entry(AuditEntry entry) {
        var event = entry.event();
        return new EntryView(
                Long.toString(entry.index()),
                entry.index(),
                entry.time(),
                entry.actor(),
                event.action(),
                event.objectType(),
                event.objectId(),
                event.before(),
                event.after(),
                event.reason(),
                Fields.spelled(entry.origin().channel()),
                entry.origin().address(),
                entry.leafHash(),
                entry.json(),
                Links.at(log(entry.tenant()) + "/" + entry.index()).map());
    }

    /** Where the log of a tenant, or of the platform, is. */
    static String log(TenantId tenant) {
        return tenant.equals(TenantId.PLATFORM)
                ? Links.ROOT + "/audit"
                : Links.of(tenant, "audit").self();
    }

    /** An entry; {@code canonical} holds the bytes that {@code leafHash} is of. */
    record EntryView(
            String id,
            long index,
            Instant time,
            String actor,
            String action,
            String objectType,
            String objectId,
            Map<String, Object> before,
            Map<String, Object> after,
            String reason,
            String channel,
            String address,
            String leafHash,
            String canonical,
            Map<String, String> links) {}
}
