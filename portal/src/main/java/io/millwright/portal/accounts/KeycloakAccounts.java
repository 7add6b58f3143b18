package io.millwright.portal.accounts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.millwright.portal.OidcProperties;
import io.millwright.tenancy.MillwrightException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * {@link Accounts} in Keycloak, through its administration API and the service account of our provisioning client, which
 * needs the roles {@code view-users} and {@code manage-users} of {@code realm-management}.
 */
@Component
class KeycloakAccounts implements Accounts {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OidcProperties oidc;
    private final RestClient http;
    private final URI users;
    private final SecureRandom random = new SecureRandom();

    KeycloakAccounts(OidcProperties oidc) {
        this.oidc = oidc;
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(PATIENCE);
        this.http = RestClient.builder().requestFactory(requests).build();
        // https://host/realms/name is administered at https://host/admin/realms/name
        this.users = URI.create(oidc.issuer().toString().replaceFirst("/realms/([^/]+)$", "/admin/realms/$1/users"));
    }

    @Override
    public Optional<Account> byUser(String user) {
        return asking(() -> search("username", user));
    }

    @Override
    public Optional<Account> byEmail(String email) {
        return asking(() -> search("email", email));
    }

    @Override
    public Created create(String user, String name, String email) {
        var password = password();
        var space = name.strip().indexOf(' ');
        var body = Map.of(
                "username",
                user,
                "email",
                email,
                "firstName",
                space < 0 ? name.strip() : name.strip().substring(0, space),
                "lastName",
                space < 0 ? "" : name.strip().substring(space + 1),
                "enabled",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", password, "temporary", true)));
        asking(() -> http.post()
                .uri(users)
                .headers(headers -> headers.setBearerAuth(token()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity());
        var account = byUser(user)
                .orElseThrow(() -> MillwrightException.internal(
                        "account-vanished", "The new account cannot be found again.", null));
        return new Created(account, password);
    }

    private Optional<Account> search(String field, String value) {
        var address = UriComponentsBuilder.fromUri(users)
                .queryParam(field, "{value}")
                .queryParam("exact", true)
                .build(value);
        var found = http.get()
                .uri(address)
                .headers(headers -> headers.setBearerAuth(token()))
                .retrieve()
                .body(User[].class);
        return found == null || found.length == 0 ? Optional.empty() : Optional.of(found[0].account());
    }

    private String token() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", oidc.adminClientId());
        form.add("client_secret", oidc.adminClientSecret());
        var answer = http.post()
                .uri(oidc.issuer() + "/protocol/openid-connect/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(Token.class);
        return Objects.requireNonNull(answer, "token").value();
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (HttpClientErrorException.Conflict taken) {
            throw MillwrightException.conflict(
                    "account-exists",
                    "That user name or e-mail address belongs to another account.",
                    "Choose another, or add the account that exists.");
        } catch (HttpClientErrorException.BadRequest unusable) {
            throw MillwrightException.user(
                    "account-invalid",
                    "The identity provider does not accept that user name, name or e-mail address.",
                    "Use a plain user name and a complete e-mail address.");
        } catch (RestClientException failure) {
            throw MillwrightException.external(
                    "accounts-unavailable",
                    "The identity provider does not answer questions about accounts.",
                    "Try again in a moment. Operators: see whether it is up and our provisioning client has its roles.",
                    failure);
        }
    }

    private String password() {
        var bytes = new byte[15];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Token(@JsonProperty("access_token") String value) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record User(
            String id,
            String username,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email) {

        Account account() {
            var name = (Objects.requireNonNullElse(firstName, "") + " " + Objects.requireNonNullElse(lastName, ""))
                    .strip();
            return new Account(id, username, name.isEmpty() ? username : name, Objects.requireNonNullElse(email, ""));
        }
    }
}
