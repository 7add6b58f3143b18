package io.millwright.portal.security;

import io.millwright.tenancy.MillwrightException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns "no key to check this token with" into 503: the token may be fine, but the identity provider does not answer. */
class ProviderOutage extends OncePerRequestFilter {

    private final ApiDoor door;

    ProviderOutage(ApiDoor door) {
        this.door = door;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException | MillwrightException outage) {
            door.unavailable(request, response, outage);
        }
    }
}
