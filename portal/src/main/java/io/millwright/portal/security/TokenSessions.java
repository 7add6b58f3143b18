package io.millwright.portal.security;

import io.millwright.portal.Digests;
import io.millwright.tenancy.Identity;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Remembers which sessions of bearer tokens were seen, so that each is recorded once as a sign-in, whichever portal sees it
 * first and however often its tokens are renewed. Kept by the digest of the session's name.
 */
@Component
class TokenSessions {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int REMEMBERED = 10_000;

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final SessionRecord record;
    private final Clock clock;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    TokenSessions(TenantTransactions transactions, JdbcClient jdbc, SessionRecord record, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.record = record;
        this.clock = clock;
    }

    void seen(Authentication authentication, Identity identity, Origin origin) {
        var session = Identities.session(authentication).map(Digests::sha256).orElse("");
        if (session.isEmpty() || known.contains(session)) {
            return;
        }
        if (first(session)) {
            record.started(identity, origin);
        }
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        known.add(session);
    }

    private boolean first(String session) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return transactions.call(TenantId.PLATFORM, () -> {
            var added =
                    jdbc.sql("""
                            INSERT INTO portal_token_session (tenant_id, session, seen_at)
                            VALUES ('platform', :session, :now) ON CONFLICT DO NOTHING
                            """).param("session", session).param("now", now).update();
            if (added > 0) {
                jdbc.sql("DELETE FROM portal_token_session WHERE seen_at < :before")
                        .param("before", now.minus(KEPT))
                        .update();
            }
            return added > 0;
        });
    }
}
