package io.millwright.portal.security;

import com.vaadin.flow.spring.security.AuthenticationContext;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Identity;
import io.millwright.tenancy.Members;
import io.millwright.tenancy.Members.Membership;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who sits before the browser. For views: on their UI's threads and in {@code UI.access}; elsewhere nobody is signed in.
 * Memberships are read anew each time, so that a role that was taken away is gone with the next click.
 */
@Component
public class SignedIn {

    private final Members members;
    private final AuthenticationContext context;

    SignedIn(Members members, AuthenticationContext context) {
        this.members = members;
        this.context = context;
    }

    public Optional<Identity> identity() {
        return Identities.of(SecurityContextHolder.getContext().getAuthentication());
    }

    /** All memberships, the platform's included for an operator. */
    public List<Membership> memberships() {
        return members.membershipsOf(require());
    }

    public boolean isOperator() {
        return memberships().stream()
                .anyMatch(membership -> membership.tenant().id().equals(TenantId.PLATFORM)
                        && membership.roles().contains(Role.OPERATOR));
    }

    /**
     * The caller for a tenant, to hand to services.
     *
     * @throws MillwrightException MISSING for those who are no members; REFUSED while the tenant is suspended
     */
    public Caller caller(TenantId tenant) {
        return members.caller(require(), tenant, origin());
    }

    /** The caller for operators' screens. */
    public Caller operator() {
        var caller = caller(TenantId.PLATFORM);
        caller.require(Role.OPERATOR);
        return caller;
    }

    /** Ends the session here and at the identity provider. Needs the UI's thread; the browser leaves the page. */
    public void signOut() {
        context.logout();
    }

    private Identity require() {
        return identity()
                .orElseThrow(() -> MillwrightException.refused(
                        "not-signed-in", "Nobody is signed in here.", "Sign in and come back."));
    }

    private static Origin origin() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return new Origin(Origin.Channel.BROWSER, authentication == null ? "" : Identities.address(authentication));
    }
}
