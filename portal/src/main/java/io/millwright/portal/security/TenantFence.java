package io.millwright.portal.security;

import io.millwright.portal.api.ProblemWriter;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Identity;
import io.millwright.tenancy.Members;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.TenantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first fence of the API: before anything else is done with {@code /api/v1/tenants/{tenant}/…}, the person's membership
 * is looked up in our database. Those who are no members get the answer that a tenant that does not exist gives, and the
 * attempt is audited. Everything behind finds the {@link Caller} in the request.
 */
@Component
public class TenantFence extends OncePerRequestFilter {

    /** Request attribute with the {@link Caller}; absent outside tenants and operators' paths. */
    public static final String CALLER = TenantFence.class.getName() + ".caller";

    /** Request attribute with the {@link Identity}; absent for nobody. */
    public static final String IDENTITY = TenantFence.class.getName() + ".identity";

    private static final Logger LOG = LoggerFactory.getLogger(TenantFence.class);
    private static final Pattern TENANT_OWNED = Pattern.compile("/api/v1/tenants/(?<tenant>[^/]+)/.*");

    private final Members members;
    private final SessionRecord record;
    private final TokenSessions sessions;
    private final ProblemWriter problems;

    TenantFence(Members members, SessionRecord record, TokenSessions sessions, ProblemWriter problems) {
        this.members = members;
        this.record = record;
        this.sessions = sessions;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var identity = Identities.of(authentication);
        if (authentication != null && identity.isPresent()) {
            var origin = new Origin(Origin.Channel.API, request.getRemoteAddr());
            request.setAttribute(IDENTITY, identity.get());
            try {
                sessions.seen(authentication, identity.get(), origin);
                var path = TENANT_OWNED.matcher(request.getRequestURI());
                if (path.matches()) {
                    request.setAttribute(CALLER, member(identity.get(), path.group("tenant"), origin, request));
                }
            } catch (MillwrightException refusal) {
                problems.write(request, response, refusal);
                return;
            } catch (RuntimeException defect) {
                LOG.atError().setCause(defect).log("membership could not be checked");
                problems.write(
                        request,
                        response,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        MillwrightException.external(
                                "not-ready",
                                "Your membership could not be checked.",
                                "Try again in a moment.",
                                defect));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private Caller member(Identity identity, String segment, Origin origin, HttpServletRequest request) {
        var asked = URLDecoder.decode(segment, StandardCharsets.UTF_8);
        try {
            return members.caller(identity, tenant(asked), origin);
        } catch (MillwrightException refusal) {
            record.refused(
                    SessionRecord.outsider(identity, origin),
                    request.getMethod() + " " + request.getRequestURI(),
                    refusal.code());
            throw refusal;
        }
    }

    /** A name that no tenant can have is the name of a tenant that does not exist. */
    private static TenantId tenant(String asked) {
        try {
            return new TenantId(asked);
        } catch (MillwrightException impossible) {
            throw MillwrightException.missing("tenant", asked);
        }
    }

    /** It stands in the API's security chain, after the token was checked, and nowhere else. */
    @Configuration(proxyBeanMethods = false)
    static class OnlyInTheChain {
        @Bean
        FilterRegistrationBean<TenantFence> notForAllRequests(TenantFence fence) {
            var registration = new FilterRegistrationBean<>(fence);
            registration.setEnabled(false);
            return registration;
        }
    }
}
