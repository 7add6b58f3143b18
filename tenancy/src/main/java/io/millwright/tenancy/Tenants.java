package io.millwright.tenancy;

import java.util.List;

/** What operators do with tenants. Every change is audited in the log of the platform and of the tenant concerned. */
public interface Tenants {

    /** Creates a tenant with a first administrator, who needs an account under that user name to sign in. */
    Tenant create(Caller operator, TenantId id, String name, String firstAdmin);

    Tenant rename(Caller operator, TenantId id, String name);

    /** Stops all work of a tenant's members until it is resumed; nothing is lost. */
    Tenant suspend(Caller operator, TenantId id, String reason);

    Tenant resume(Caller operator, TenantId id, String reason);

    /** All tenants, by name. */
    List<Tenant> list(Caller operator);

    /** Any tenant, for an operator; the caller's own, for its members. */
    Tenant get(Caller caller, TenantId id);
}
