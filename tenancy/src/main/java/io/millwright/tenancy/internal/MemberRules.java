package io.millwright.tenancy.internal;

import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must hold of the members of a tenant. */
final class MemberRules {

    private static final Pattern USER = Pattern.compile("[^\\s\\p{Cntrl}]{1,255}");

    private MemberRules() {}

    static void user(String user) {
        if (!USER.matcher(user).matches()) {
            throw MillwrightException.user(
                    "user-name-invalid",
                    "\"%s\" cannot be a user name.".formatted(user.strip()),
                    "Give the name the person signs in with, without spaces.");
        }
    }

    static void roles(TenantId tenant, Set<Role> roles) {
        if (roles.isEmpty()) {
            throw MillwrightException.user(
                    "role-missing", "A member needs at least one role.", "Choose a role, or remove the member.");
        }
        var allowed = tenant.equals(TenantId.PLATFORM) ? Set.of(Role.OPERATOR) : Role.ofTenants();
        if (!allowed.containsAll(roles)) {
            throw MillwrightException.refused(
                    "role-not-given-here",
                    "Only the platform's own members can be operators, and they have no other role.",
                    "Choose among " + spelled(allowed) + ".");
        }
    }

    /** The last administrator (of the platform: operator) keeps that role, or nobody could give it back. */
    static void keepAnAdministrator(TenantId tenant, List<MemberEntity> all, MemberEntity member, Set<Role> roles) {
        var key = key(tenant);
        var others =
                all.stream().filter(other -> other != member && other.roles().contains(key));
        if (member.roles().contains(key)
                && !roles.contains(key)
                && others.findAny().isEmpty()) {
            throw MillwrightException.conflict(
                    "last-administrator",
                    "This is the last %s of \"%s\".".formatted(key.title().toLowerCase(java.util.Locale.ROOT), tenant),
                    "Give that role to somebody else first.");
        }
    }

    /** The role that decides who is a member. */
    static Role key(TenantId tenant) {
        return tenant.equals(TenantId.PLATFORM) ? Role.OPERATOR : Role.ADMIN;
    }

    static String spelled(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(", "));
    }
}
