package io.millwright.portal.ui.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** People as the identity provider would vouch for them. */
public final class Person {

    private Person() {}

    /** @param user e.g. {@code acme-engineer} */
    public static Authentication named(String user) {
        var claims = Map.<String, Object>of(
                "sub", "sub-" + user, "preferred_username", user, "name", user.replace('-', ' '));
        var token = new OidcIdToken("token", Instant.now(), Instant.now().plusSeconds(3600), claims);
        var roles = List.of(new SimpleGrantedAuthority("ROLE_USER"));
        var authentication = new TestingAuthenticationToken(new DefaultOidcUser(roles, token), "", roles);
        authentication.setAuthenticated(true);
        return authentication;
    }
}
