package io.millwright.governance.audit;

import io.millwright.tenancy.Caller;

/**
 * Where services tell what they did. One log per tenant; {@link io.millwright.tenancy.TenantId#PLATFORM} has one too.
 */
public interface AuditLog {

    /**
     * Adds an entry to the log of the caller's tenant in the running transaction: both become durable, or neither.
     *
     * <p>The entry is numbered and written when the transaction is about to commit, so that the log is held for the
     * shortest time and always taken last; entries of one transaction keep their order.
     *
     * @throws IllegalStateException when no transaction is running
     */
    void append(Caller caller, AuditEvent event);

    /**
     * Adds an entry in a transaction of its own, which stays even when the running one is rolled back: for refusals,
     * sign-ins and reads.
     */
    void appendApart(Caller caller, AuditEvent event);
}
