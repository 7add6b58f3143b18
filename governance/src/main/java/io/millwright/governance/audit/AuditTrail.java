package io.millwright.governance.audit;

import io.millwright.governance.Page;
import io.millwright.tenancy.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What auditors read. Every method needs the role AUDITOR or ADMIN (OPERATOR for the log of the platform). */
public interface AuditTrail {

    /**
     * Entries of the caller's tenant, newest first.
     *
     * @param after the {@code next} of the page before, null for the first
     * @param limit 1 to {@value Page#MAX}
     */
    Page<AuditEntry> search(Caller caller, AuditQuery query, @Nullable String after, int limit);

    /** One entry. */
    AuditEntry get(Caller caller, long index);

    /** How many entries the log has. */
    long size(Caller caller);

    /** The actions that occur in the log, for a filter's choices. */
    List<String> actions(Caller caller);
}
