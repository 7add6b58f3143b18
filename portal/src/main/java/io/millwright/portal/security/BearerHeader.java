package io.millwright.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * Takes the token from the header {@code Authorization} and looks nowhere else: asking for parameters would read the body,
 * which may be an upload of gigabytes, and tokens in addresses end up in logs.
 */
class BearerHeader implements BearerTokenResolver {

    private static final Pattern BEARER =
            Pattern.compile("Bearer +(?<token>[A-Za-z0-9._~+/-]+=*) *", Pattern.CASE_INSENSITIVE);

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, "Bearer", 0, 6)) {
            return null;
        }
        var matcher = BEARER.matcher(header);
        if (!matcher.matches()) {
            BearerTokenError malformed = BearerTokenErrors.invalidToken("Bearer token is malformed");
            throw new OAuth2AuthenticationException(malformed);
        }
        return matcher.group("token");
    }
}
