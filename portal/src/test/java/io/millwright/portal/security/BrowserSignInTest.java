package io.millwright.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.portal.testing.Api;
import io.millwright.portal.testing.Browser;
import io.millwright.portal.testing.IdentityProviderServer;
import io.millwright.portal.testing.PortalTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class BrowserSignInTest {

    @Autowired
    Api api;

    @Autowired
    IdentityProviderServer provider;

    @Test
    void a_stranger_is_sent_to_sign_in_and_comes_back_to_where_they_wanted_to_go() {
        provider.nextUser("acme-engineer");
        var browser = new Browser(api.base());
        var page = browser.get("/?from=a-link");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().toString()).startsWith(api.base() + "/?from=a-link");
        assertThat(browser.visited()).anyMatch(address -> address.contains("code_challenge_method=S256"));
        assertThat(page.body()).contains("VAADIN");
    }

    @Test
    void pages_carry_strict_headers() {
        var page = new Browser(api.base()).get("/");
        var policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'", "'nonce-");
        assertThat(policy.replaceAll(".*script-src ([^;]*);.*", "$1")).doesNotContain("unsafe-inline");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        var nonce = policy.replaceAll(".*'nonce-([^']*)'.*", "$1");
        // Scripts with an address come from our own; those without need the nonce.
        assertThat(Pattern.compile("<script([^>]*)>").matcher(page.body()).results())
                .isNotEmpty()
                .allSatisfy(script -> assertThat(script.group(1)).containsAnyOf("src=", nonce));
    }

    @Test
    void scripts_and_styles_are_for_everybody() {
        var browser = new Browser(api.base()).withoutRedirects();
        for (var path : List.of("/millwright/theme.js", "/_static/echarts/6.0.0/dist/echarts.esm.min.js")) {
            var script = browser.get(path);
            assertThat(script.statusCode()).as(path).isEqualTo(200);
            assertThat(script.headers().firstValue("Content-Type").orElse("")).contains("javascript");
        }
    }

    @Test
    void scripts_and_styles_have_addresses_that_change_with_them() {
        var browser = new Browser(api.base());
        var page = browser.get("/").body();
        var addresses = Pattern.compile("\\./(millwright/[0-9a-f]{16}/(?:theme\\.js|mw\\.js|millwright\\.css))\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(addresses).hasSize(3);
        assertThat(page).doesNotContain("millwright/mw.js", "millwright/theme.js", "millwright/millwright.css");
        assertThat(page.indexOf("aura.css")).as("before ours").isBetween(0, page.indexOf("/millwright.css"));

        var base = addresses.getFirst().substring(0, addresses.getFirst().lastIndexOf('/') + 1);
        for (var file : List.of("theme.js", "mw.js", "chart/mw-chart.js", "millwright.css", "css/tokens.css")) {
            var answer = browser.get("/" + base + file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable", "public");
            assertThat(browser.get("/millwright/" + file).headers().firstValue("Cache-Control"))
                    .hasValue("no-cache");
        }
        assertThat(browser.get("/millwright/0123456789abcdef/mw.js").statusCode())
                .as("another version's")
                .isBetween(400, 499);
    }

    @Test
    void session_cookies_stay_on_this_site_and_out_of_scripts() {
        var browser = new Browser(api.base());
        browser.get("/");
        assertThat(browser.setCookies())
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
    }

    @Test
    void signing_out_ends_the_session_here_and_at_the_identity_provider() {
        var browser = new Browser(api.base());
        var token = browser.get("/").body().replaceAll("(?s).*name=\"_csrf\" content=\"([^\"]+)\".*", "$1");
        assertThat(browser.post("/logout", "_csrf=wrong").statusCode()).isEqualTo(403);
        var out = browser.withoutRedirects().post("/logout", "_csrf=" + token);
        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(out.headers().firstValue("Location").orElse(""))
                .startsWith(provider.issuer() + "/logout")
                .contains("id_token_hint=", "post_logout_redirect_uri=");
        assertThat(browser.withoutRedirects().get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void an_answer_that_nobody_asked_for_gets_a_page_and_no_stack_trace() {
        var page = new Browser(api.base()).withoutRedirects().get("/login/oauth2/code/keycloak?code=x&state=y");
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body())
                .contains("Signing in did not work", "Sign in again")
                .doesNotContain("Exception");
    }

    @Test
    void a_browser_session_does_not_open_the_api() {
        var browser = new Browser(api.base());
        browser.get("/");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void health_is_all_that_is_shown_of_the_inside() {
        var browser = api.nobody();
        assertThat(browser.get("/actuator/health").status()).isEqualTo(200);
        assertThat(browser.get("/actuator/env").status()).isIn(401, 403, 404);
        assertThat(browser.get("/actuator").status()).isIn(401, 403, 404);
    }
}
