package io.millwright.tenancy;

import java.time.Instant;
import java.util.Set;

/**
 * A person in a tenant.
 *
 * @param tenant where
 * @param user the user name at the identity provider
 * @param name what people call them
 * @param email may be empty
 * @param roles at least one
 * @param since when they were added
 * @param seen whether they have signed in to this tenant yet
 */
public record Member(
        TenantId tenant, String user, String name, String email, Set<Role> roles, Instant since, boolean seen) {

    public Member {
        roles = Set.copyOf(roles);
    }
}
