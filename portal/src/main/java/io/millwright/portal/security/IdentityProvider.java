package io.millwright.portal.security;

import io.millwright.portal.OidcProperties;
import io.millwright.tenancy.MillwrightException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * The identity provider, discovered when it is first needed, so that the portal starts without it and finds it when it
 * comes. What was discovered is kept; what failed is tried again.
 */
@Component
public class IdentityProvider implements ClientRegistrationRepository, JwtDecoder {

    /** Names our one client in Spring Security's paths. */
    public static final String REGISTRATION = "keycloak";

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final OidcProperties properties;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile @Nullable ClientRegistration registration;
    private volatile @Nullable JwtDecoder decoder;

    IdentityProvider(OidcProperties properties) {
        this.properties = properties;
    }

    /** @throws MillwrightException of kind EXTERNAL while the provider does not answer */
    @Override
    @SuppressWarnings("NullAway") // the interface says null for an unknown client
    public ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(REGISTRATION)) {
            return null;
        }
        var known = registration;
        if (known == null) {
            known = discover();
            registration = known;
        }
        return known;
    }

    /** @throws MillwrightException of kind EXTERNAL while the provider does not answer */
    @Override
    public Jwt decode(String token) {
        var known = decoder;
        if (known == null) {
            var jwks = Objects.requireNonNull(
                    findByRegistrationId(REGISTRATION).getProviderDetails().getJwkSetUri(), "jwks_uri");
            var made = NimbusJwtDecoder.withJwkSetUri(jwks).build();
            made.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    JwtValidators.createDefaultWithIssuer(properties.issuer().toString()),
                    new JwtAudienceValidator(properties.audience())));
            known = made;
            decoder = made;
        }
        return known.decode(token);
    }

    /** Whether the provider answers now; asks it. */
    boolean answers() {
        var discovery = HttpRequest.newBuilder(URI.create(properties.issuer() + "/.well-known/openid-configuration"))
                .timeout(PATIENCE)
                .build();
        try {
            return http.send(discovery, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException silent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static MillwrightException unavailable(@Nullable Throwable cause) {
        return MillwrightException.external(
                "sign-in-unavailable",
                "The identity provider does not answer, so nobody can be signed in right now.",
                "Try again in a moment. Operators: see whether the identity provider is up and reachable from the portal.",
                cause);
    }

    private ClientRegistration discover() {
        try {
            return ClientRegistrations.fromOidcIssuerLocation(
                            properties.issuer().toString())
                    .registrationId(REGISTRATION)
                    .clientName("Millwright")
                    .clientId(properties.clientId())
                    .clientSecret(properties.clientSecret())
                    .clientSettings(
                            ClientSettings.builder().requireProofKey(true).build())
                    .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                    .userNameAttributeName("preferred_username")
                    .scope("openid", "profile", "email")
                    .build();
        } catch (RuntimeException silent) {
            throw unavailable(silent);
        }
    }
}
