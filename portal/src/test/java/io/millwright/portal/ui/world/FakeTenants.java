package io.millwright.portal.ui.world;

import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Member;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.Tenant;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.Tenants;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Tenants from the world in memory. */
final class FakeTenants implements Tenants {

    private final World world;

    FakeTenants(World world) {
        this.world = world;
    }

    @Override
    public Tenant create(Caller operator, TenantId id, String name, String firstAdmin) {
        if (world.tenants.containsKey(id)) {
            throw MillwrightException.conflict(
                    "tenant-exists", "There is a tenant \"%s\" already.".formatted(id), "Choose another short name.");
        }
        var tenant = new Tenant(id, name, Tenant.State.ACTIVE, Instant.now());
        world.tenants.put(id, tenant);
        world.members.add(new Member(id, firstAdmin, firstAdmin, "", Set.of(Role.ADMIN), Instant.now(), false));
        return tenant;
    }

    @Override
    public Tenant rename(Caller operator, TenantId id, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tenant suspend(Caller operator, TenantId id, String reason) {
        return put(id, Tenant.State.SUSPENDED);
    }

    @Override
    public Tenant resume(Caller operator, TenantId id, String reason) {
        return put(id, Tenant.State.ACTIVE);
    }

    private Tenant put(TenantId id, Tenant.State state) {
        var before = world.tenants.get(id);
        var after = new Tenant(id, before.name(), state, before.createdAt());
        world.tenants.put(id, after);
        return after;
    }

    @Override
    public List<Tenant> list(Caller operator) {
        return world.tenants.values().stream()
                .filter(tenant -> !tenant.id().equals(TenantId.PLATFORM))
                .toList();
    }

    @Override
    public Tenant get(Caller caller, TenantId id) {
        return world.tenants.get(id);
    }
}
