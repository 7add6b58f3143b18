package io.millwright.governance.audit;

import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;

/** Who may read a log. */
final class AuditReaders {

    private AuditReaders() {}

    static void require(Caller caller) {
        if (caller.tenant().equals(TenantId.PLATFORM)) {
            caller.require(Role.OPERATOR);
        } else {
            caller.require(Role.AUDITOR, Role.ADMIN);
        }
    }
}
