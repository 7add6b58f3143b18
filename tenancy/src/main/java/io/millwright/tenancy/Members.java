package io.millwright.tenancy;

import java.util.List;
import java.util.Set;

/** The people of a tenant and their roles, and the way from a signed-in person to a {@link Caller}. */
public interface Members {

    /**
     * The first fence: makes the caller for a tenant.
     *
     * @throws MillwrightException of kind MISSING when the person is no member, whether the tenant exists or not; of kind
     *     REFUSED with code {@code tenant-suspended} while the tenant is suspended
     */
    Caller caller(Identity identity, TenantId tenant, Origin origin);

    /** All memberships of a person, the platform's included, by tenant name. */
    List<Membership> membershipsOf(Identity identity);

    /**
     * Whether some tenant, whichever, has a member of this user name who has never signed in to it: an account made under
     * that name now would become that member. Those who create accounts ask first.
     */
    boolean isAwaited(String user);

    /** All members, by user name. */
    List<Member> list(Caller caller);

    /**
     * Adds a person under the user name that the identity provider knows.
     *
     * @throws MillwrightException of kind REFUSED, here and below, also when the administrator has lost that role since
     *     they began: their membership is read again
     */
    Member add(Caller admin, String user, String name, String email, Set<Role> roles);

    /** Replaces a member's roles; the last administrator keeps that role. */
    Member changeRoles(Caller admin, String user, Set<Role> roles);

    /** Removes a member; the last administrator stays. */
    void remove(Caller admin, String user);

    /** A person's place in one tenant. */
    record Membership(Tenant tenant, Set<Role> roles) {
        public Membership {
            roles = Set.copyOf(roles);
        }
    }
}
