package io.millwright.portal.security;

import io.millwright.portal.api.ProblemWriter;
import io.millwright.tenancy.MillwrightException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Says to programs why they may not come in, as a problem document. */
@Component
class ApiDoor implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiDoor.class);

    private final ProblemWriter problems;

    ApiDoor(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var tokenGiven = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        if (tokenGiven) {
            // Nobody is behind an invalid token, so no tenant's log can hold this.
            LOG.atWarn().addKeyValue("address", request.getRemoteAddr()).log("bearer token refused");
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, tokenGiven ? "Bearer error=\"invalid_token\"" : "Bearer");
        problems.write(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                tokenGiven
                        ? MillwrightException.refused(
                                "token-invalid",
                                "The bearer token is not valid: expired, not meant for this API, or not issued by our identity provider.",
                                "Get a new token from the issuer that GET /api/v1/info names.")
                        : MillwrightException.refused(
                                "token-missing",
                                "This needs a bearer token.",
                                "Get one from the issuer that GET /api/v1/info names, and send it as \"Authorization: Bearer …\"."));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        problems.write(
                request,
                response,
                HttpStatus.FORBIDDEN,
                MillwrightException.refused(
                        "refused", "This is not open to you.", "Ask an administrator of the tenant."));
    }

    void unavailable(HttpServletRequest request, HttpServletResponse response, Throwable cause) throws IOException {
        LOG.atWarn().setCause(cause).log("identity provider does not answer");
        problems.write(request, response, IdentityProvider.unavailable(cause));
    }
}
