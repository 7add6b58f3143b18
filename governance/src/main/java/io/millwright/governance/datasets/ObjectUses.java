package io.millwright.governance.datasets;

import io.millwright.tenancy.TenantId;

/** Tells of objects that something besides the catalogue and the registry needs. Modules above governance provide beans of it. */
@FunctionalInterface
public interface ObjectUses {

    /** Whether an object of a tenant must stay; called in a transaction of that tenant, under the lock of its objects. */
    boolean needs(TenantId tenant, String digest);
}
