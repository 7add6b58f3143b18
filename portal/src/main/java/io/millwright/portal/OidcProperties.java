package io.millwright.portal;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider and our clients there. Nothing of it is asked before the first sign-in.
 *
 * @param issuer address of the realm, exactly as it stands in tokens
 * @param clientId client of the browser's sign-in (confidential, PKCE)
 * @param clientSecret its secret
 * @param cliClientId public client of command lines; only named by {@code /api/v1/info}
 * @param adminClientId client whose service account may look up and create accounts
 * @param adminClientSecret its secret
 * @param audience what a bearer token must be meant for
 */
@ConfigurationProperties("millwright.oidc")
public record OidcProperties(
        @DefaultValue("http://localhost:8081/realms/millwright")
        URI issuer,

        @DefaultValue("millwright-portal") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("millwright-cli") String cliClientId,
        @DefaultValue("millwright-provisioner") String adminClientId,
        @DefaultValue("") String adminClientSecret,
        @DefaultValue("millwright-api") String audience) {

    @Override
    public String toString() {
        return "OidcProperties[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
