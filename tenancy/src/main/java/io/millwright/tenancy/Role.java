package io.millwright.tenancy;

import java.util.Set;

/** What a member may do. A member has one or more roles; each of them may read what is not the audit log. */
public enum Role {
    /** Runs the tenant: members, installations; may also do all that an engineer may. */
    ADMIN("Administrator"),
    /** Brings data, trains, scores. */
    ENGINEER("Engineer"),
    /** Says yes or no to models. */
    APPROVER("Approver"),
    /** Reads and exports the audit log. */
    AUDITOR("Auditor"),
    /** Reads. */
    VIEWER("Viewer"),
    /** Runs the installation. Held by members of {@link TenantId#PLATFORM} only. */
    OPERATOR("Operator");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The roles that a tenant's administrator can give. */
    public static Set<Role> ofTenants() {
        return Set.of(ADMIN, ENGINEER, APPROVER, AUDITOR, VIEWER);
    }
}
