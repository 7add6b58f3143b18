package io.millwright.portal.security;

import io.millwright.tenancy.MillwrightException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;

/**
 * What people see when signing in does not work: a page with a sentence, never a stack trace. Asks the identity provider
 * before a browser is sent there, so that nobody is sent to an address that does not answer.
 */
class SignInPages extends OncePerRequestFilter implements AuthenticationFailureHandler {

    static final String START = "/oauth2/authorization/" + IdentityProvider.REGISTRATION;

    private static final Logger LOG = LoggerFactory.getLogger(SignInPages.class);

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%1$s · Millwright</title>
              %3$s
              <style>
                :root { color-scheme: light dark; font-family: system-ui, sans-serif; }
                body { min-height: 100vh; margin: 0; display: grid; place-items: center; }
                main { max-width: 30rem; padding: 2rem; }
                h1 { font-size: 1.4rem; }
                a { display: inline-block; margin-top: 1rem; padding: .6rem 1.2rem; border-radius: .5rem;
                    background: #14532d; color: #fff; text-decoration: none; }
              </style>
            </head>
            <body><main><h1>%1$s</h1><p>%2$s</p><a href="/">Sign in again</a></main></body>
            </html>
            """;

    private final IdentityProvider identityProvider;

    SignInPages(IdentityProvider identityProvider) {
        this.identityProvider = identityProvider;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(START);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (!identityProvider.answers()) {
                throw IdentityProvider.unavailable(null);
            }
            identityProvider.findByRegistrationId(IdentityProvider.REGISTRATION);
        } catch (MillwrightException unavailable) {
            LOG.atWarn().setCause(unavailable.getCause()).log("identity provider does not answer");
            response.setHeader("Retry-After", "5");
            write(
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "Nobody can sign in right now",
                    unavailable.sentence() + " This page tries again by itself.",
                    "<meta http-equiv=\"refresh\" content=\"5\">");
            return;
        }
        chain.doFilter(request, response);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.atWarn().setCause(failure).log("sign-in failed");
        write(
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                "Signing in did not work",
                "The answer of the identity provider could not be used, perhaps because the page was open for too long.",
                "");
    }

    private static void write(HttpServletResponse response, int status, String title, String sentence, String head)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(PAGE.formatted(HtmlUtils.htmlEscape(title), HtmlUtils.htmlEscape(sentence), head));
    }
}
