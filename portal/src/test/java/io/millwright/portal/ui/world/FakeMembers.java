package io.millwright.portal.ui.world;

import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Identity;
import io.millwright.tenancy.Member;
import io.millwright.tenancy.Members;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.Tenant;
import io.millwright.tenancy.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Members from the world in memory, with the refusals that views must be able to show. */
final class FakeMembers implements Members {

    private final World world;

    FakeMembers(World world) {
        this.world = world;
    }

    @Override
    public Caller caller(Identity identity, TenantId tenant, Origin origin) {
        var member = world.members.stream()
                .filter(one -> one.tenant().equals(tenant) && one.user().equals(identity.user()))
                .findFirst()
                .orElseThrow(() -> MillwrightException.missing("tenant", tenant.value()));
        if (world.tenants.get(tenant).state() == Tenant.State.SUSPENDED) {
            throw MillwrightException.refused(
                    "tenant-suspended",
                    "The tenant \"%s\" is suspended.".formatted(tenant),
                    "Ask the operator of this installation.");
        }
        return new Caller(tenant, identity.user(), member.roles(), origin);
    }

    @Override
    public List<Membership> membershipsOf(Identity identity) {
        return world.members.stream()
                .filter(member -> member.user().equals(identity.user()))
                .map(member -> new Membership(world.tenants.get(member.tenant()), member.roles()))
                .toList();
    }

    @Override
    public boolean isAwaited(String user) {
        return world.members.stream().anyMatch(member -> member.user().equals(user) && !member.seen());
    }

    @Override
    public List<Member> list(Caller caller) {
        return world.members.stream()
                .filter(member -> member.tenant().equals(caller.tenant()))
                .sorted(Comparator.comparing(Member::user))
                .toList();
    }

    @Override
    public Member add(Caller admin, String user, String name, String email, Set<Role> roles) {
        admin.require(Role.ADMIN);
        var member = new Member(admin.tenant(), user, name, email, roles, Instant.now(), false);
        world.members.add(member);
        return member;
    }

    @Override
    public Member changeRoles(Caller admin, String user, Set<Role> roles) {
        admin.require(Role.ADMIN);
        var before = find(admin, user);
        if (!roles.contains(Role.ADMIN)) {
            keepOneAdmin(admin, before);
        }
        var after =
                new Member(before.tenant(), user, before.name(), before.email(), roles, before.since(), before.seen());
        world.members.set(world.members.indexOf(before), after);
        return after;
    }

    @Override
    public void remove(Caller admin, String user) {
        admin.require(Role.ADMIN);
        var member = find(admin, user);
        keepOneAdmin(admin, member);
        world.members.remove(member);
    }

    private Member find(Caller admin, String user) {
        return list(admin).stream()
                .filter(member -> member.user().equals(user))
                .findFirst()
                .orElseThrow(() -> MillwrightException.missing("member", user));
    }

    private void keepOneAdmin(Caller admin, Member leaving) {
        var others = list(admin).stream()
                .filter(member -> !member.user().equals(leaving.user()))
                .anyMatch(member -> member.roles().contains(Role.ADMIN));
        if (leaving.roles().contains(Role.ADMIN) && !others) {
            throw MillwrightException.conflict(
                    "last-administrator",
                    "%s is the last administrator of \"%s\".".formatted(leaving.user(), admin.tenant()),
                    "Give the role to somebody else first.");
        }
    }
}
