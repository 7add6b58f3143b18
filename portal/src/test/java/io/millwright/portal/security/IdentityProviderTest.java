package io.millwright.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.portal.OidcProperties;
import io.millwright.portal.testing.IdentityProviderServer;
import io.millwright.tenancy.MillwrightException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class IdentityProviderTest {

    @Test
    void while_it_is_away_people_get_a_page_that_tries_again() throws Exception {
        var request = new MockHttpServletRequest("GET", SignInPages.START);
        var response = new MockHttpServletResponse();
        new SignInPages(provider("http://localhost:1/realm")).doFilter(request, response, new MockFilterChain());
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getContentAsString())
                .contains("Nobody can sign in right now", "http-equiv=\"refresh\"")
                .doesNotContain("Exception");
    }

    @Test
    void while_it_is_away_no_token_is_called_invalid() {
        assertThatThrownBy(() -> provider("http://localhost:1/realm").decode("a.b.c"))
                .isInstanceOfSatisfying(MillwrightException.class, problem -> assertThat(problem.kind())
                        .isEqualTo(MillwrightException.Kind.EXTERNAL));
    }

    @Test
    void it_is_found_when_it_comes() {
        try (var server = IdentityProviderServer.start()) {
            var provider = provider(server.issuer());
            assertThat(provider.answers()).isTrue();
            assertThat(provider.decode(server.token("ann")).getSubject()).isEqualTo("subject-of-ann");
            assertThat(provider.findByRegistrationId("another")).isNull();
        }
    }

    private static IdentityProvider provider(String issuer) {
        return new IdentityProvider(new OidcProperties(
                URI.create(issuer), "portal", "secret", "cli", "provisioner", "secret", "millwright-api"));
    }
}
