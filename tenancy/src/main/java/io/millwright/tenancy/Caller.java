package io.millwright.tenancy;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who calls, for which tenant, with which roles, from where. Made by {@link Members#caller} after membership was checked;
 * the first parameter of every service method that touches what a tenant owns.
 *
 * @param tenant whose things are meant
 * @param user the user name
 * @param roles the roles held in that tenant
 * @param origin where the call came from
 */
public record Caller(TenantId tenant, String user, Set<Role> roles, Origin origin) {

    private static final String SYSTEM = "system";

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The platform acting for a tenant by itself, e.g. when a job ends. */
    public static Caller system(TenantId tenant) {
        return new Caller(tenant, SYSTEM, Set.of(Role.ADMIN), Origin.SYSTEM);
    }

    /** Whether the platform acts by itself; nobody who comes from outside can have this origin. */
    public boolean isSystem() {
        return user.equals(SYSTEM) && origin.channel() == Origin.Channel.SYSTEM;
    }

    /** Whether the caller has one of these roles; an administrator has the engineer's too. */
    public boolean has(Role... anyOf) {
        return Arrays.stream(anyOf)
                .anyMatch(role -> roles.contains(role) || (role == Role.ENGINEER && roles.contains(Role.ADMIN)));
    }

    /** @throws MillwrightException of kind REFUSED when the caller has none of these roles */
    public void require(Role... anyOf) {
        if (!has(anyOf)) {
            var wanted = Arrays.stream(anyOf).map(Role::title).collect(Collectors.joining(" or "));
            throw MillwrightException.refused(
                    "role-required",
                    "This needs the role %s, which %s does not have in \"%s\".".formatted(wanted, user, tenant),
                    "Ask an administrator of the tenant for it.");
        }
    }
}
