package io.millwright.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.millwright.portal.testing.Api;
import io.millwright.portal.testing.IdentityProviderServer;
import io.millwright.portal.testing.PortalTest;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class TokensTest {

    @Autowired
    Api api;

    @Autowired
    IdentityProviderServer provider;

    @Test
    void without_a_token_nobody_comes_in() {
        var answer = api.nobody().get("/me");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("token-missing");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void tokens_of_others_for_others_or_of_yesterday_are_refused() {
        assertRefused(provider.forged("acme-engineer"));
        assertRefused(changed(claims -> claims.audience("another-api")));
        assertRefused(changed(claims -> claims.issuer("https://elsewhere.example/realm")));
        assertRefused(
                changed(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(300)))));
        assertRefused(
                changed(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(300)))));
        assertRefused("no.token.atall");
        assertRefused("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.");
    }

    @Test
    void tokens_in_addresses_are_not_looked_at() {
        var answer = api.nobody().get("/me?access_token=" + provider.token("acme-engineer"));
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void an_account_made_anew_under_an_old_name_is_another_person() {
        api.as("globex-engineer").get("/tenants/globex/members").expect(200);
        var impostor = provider.token("globex-engineer", claims -> claims.subject("another-subject"));
        assertThat(api.with(impostor).get("/tenants/globex/members").code()).isEqualTo("tenant-not-found");
        assertThat(api.with(impostor).get("/me").expect(200).get("memberships").size())
                .isZero();
    }

    @Test
    void a_session_of_tokens_is_recorded_once_as_a_sign_in() {
        var session = UUID.randomUUID().toString();
        var before = signIns();
        for (var i = 0; i < 3; i++) {
            var token = provider.token("acme-approver", claims -> claims.claim("sid", session));
            api.with(token).get("/tenants/acme/members").expect(200);
        }
        assertThat(signIns()).isEqualTo(before + 1);
    }

    @Test
    void refusals_are_recorded_with_the_tenant_where_a_member_tried_and_with_the_platform_where_a_stranger_did() {
        api.as("acme-engineer").get("/tenants/acme/audit");
        assertThat(api.as("acme-auditor")
                        .get("/tenants/acme/audit?action=access.refused&actor=acme-engineer&limit=1")
                        .expect(200)
                        .toString())
                .contains("GET /api/v1/tenants/acme/audit", "role-required");
        api.as("globex-engineer").get("/tenants/acme/jobs");
        assertThat(api.as("operator")
                        .get("/audit?action=access.refused&actor=globex-engineer&limit=1")
                        .expect(200)
                        .toString())
                .contains("GET /api/v1/tenants/acme/jobs", "tenant-not-found");
    }

    @Test
    void a_very_long_address_is_answered_and_recorded_with_its_beginning() {
        // Random, because PostgreSQL would press a repetition into the index.
        var asked =
                Stream.generate(UUID::randomUUID).limit(130).map(UUID::toString).collect(Collectors.joining());
        var answer = api.as("globex-engineer").get("/tenants/" + asked + "/jobs");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("tenant-not-found");
        assertThat(api.as("operator")
                        .get("/audit?action=access.refused&actor=globex-engineer&limit=1")
                        .expect(200)
                        .toString())
                .contains("GET /api/v1/tenants/" + asked.substring(0, 400))
                .doesNotContain(asked.substring(0, 500));
    }

    private long signIns() {
        return api.as("acme-auditor")
                .get("/tenants/acme/audit?action=session.started&actor=acme-approver&limit=200")
                .expect(200)
                .get("items")
                .size();
    }

    private String changed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return provider.token("acme-engineer", change);
    }

    private void assertRefused(String token) {
        var answer = api.with(token).get("/me");
        assertThat(answer.status()).as(token).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("token-invalid");
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
    }
}
