package io.millwright.portal.security;

import io.millwright.tenancy.Origin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.session.HttpSessionDestroyedEvent;
import org.springframework.stereotype.Component;

/** Records when a person's browser session begins and ends, by sign-out or by going unused for too long. */
@Component
class BrowserSessions implements LogoutHandler {

    private static final Logger LOG = LoggerFactory.getLogger(BrowserSessions.class);
    private static final String SIGNED_OUT = BrowserSessions.class.getName() + ".signedOut";

    private final SessionRecord record;

    BrowserSessions(SessionRecord record) {
        this.record = record;
    }

    @EventListener
    void began(InteractiveAuthenticationSuccessEvent event) {
        var authentication = event.getAuthentication();
        Identities.of(authentication).ifPresent(identity -> record.started(identity, origin(authentication)));
    }

    /** Marks the session that is about to end as ended by the person. */
    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        var session = request.getSession(false);
        if (session != null) {
            session.setAttribute(SIGNED_OUT, true);
        }
    }

    @EventListener
    void ended(HttpSessionDestroyedEvent event) {
        var reason = event.getSession().getAttribute(SIGNED_OUT) == null ? "session ended unused" : "signed out";
        for (var context : event.getSecurityContexts()) {
            var authentication = context.getAuthentication();
            Identities.of(authentication).ifPresent(identity -> {
                try {
                    record.ended(identity, origin(authentication), reason);
                } catch (RuntimeException failure) {
                    // The session is gone either way, and the container does not want to hear of it.
                    LOG.atWarn()
                            .addKeyValue("actor", identity.user())
                            .setCause(failure)
                            .log("end of session not recorded");
                }
            });
        }
    }

    private static Origin origin(@Nullable Authentication authentication) {
        return new Origin(Origin.Channel.BROWSER, authentication == null ? "" : Identities.address(authentication));
    }
}
