package io.millwright.portal.ui.audit;

import io.millwright.tenancy.TenantId;

/** Addresses of the pages of the audit log. */
public final class AuditNavigation {

    private AuditNavigation() {}

    public static String log(TenantId tenant) {
        return tenant.equals(TenantId.PLATFORM) ? "operator/audit" : "t/" + tenant + "/audit";
    }
}
