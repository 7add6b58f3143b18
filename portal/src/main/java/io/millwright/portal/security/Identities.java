package io.millwright.portal.security;

import io.millwright.tenancy.Identity;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Reads what the identity provider vouched for: the same claims stand in ID tokens of browsers and in bearer tokens. */
public final class Identities {

    private Identities() {}

    /** The person behind an authentication, empty for nobody. */
    public static Optional<Identity> of(@Nullable Authentication authentication) {
        if (authentication == null || !(authentication.getPrincipal() instanceof ClaimAccessor claims)) {
            return Optional.empty();
        }
        var subject = claims.getClaimAsString("sub");
        var user = claims.getClaimAsString("preferred_username");
        if (subject == null || user == null) {
            return Optional.empty();
        }
        return Optional.of(new Identity(
                subject,
                user,
                Objects.requireNonNullElse(claims.getClaimAsString("name"), user),
                Objects.requireNonNullElse(claims.getClaimAsString("email"), "")));
    }

    /** The provider's session that an authentication belongs to, which its tokens share; the token itself without one. */
    static Optional<String> session(Authentication authentication) {
        if (!(authentication.getPrincipal() instanceof ClaimAccessor claims)) {
            return Optional.empty();
        }
        return Optional.ofNullable(claims.getClaimAsString("sid"))
                .or(() -> Optional.ofNullable(claims.getClaimAsString("jti")));
    }

    static String address(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails details
                ? Objects.requireNonNullElse(details.getRemoteAddress(), "")
                : "";
    }
}
