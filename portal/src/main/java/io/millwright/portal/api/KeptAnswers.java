package io.millwright.portal.api;

import io.millwright.tenancy.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers that {@link Once} keeps, by tenant and key. Used in transactions of the tenant. */
@Component
class KeptAnswers {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the key was free; waits for a transaction that has just claimed it. */
    boolean claim(Caller caller, String key, String request) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.sql("DELETE FROM portal_idempotency WHERE tenant_id = :tenant AND created_at < :before")
                .param("tenant", caller.tenant().value())
                .param("before", now.minus(KEPT))
                .update();
        return jdbc.sql("""
                        INSERT INTO portal_idempotency (tenant_id, key, user_name, request, created_at)
                        VALUES (:tenant, :key, :user, :request, :now) ON CONFLICT DO NOTHING
                        """)
                        .param("tenant", caller.tenant().value())
                        .param("key", key)
                        .param("user", caller.user())
                        .param("request", request)
                        .param("now", now)
                        .update()
                > 0;
    }

    Answer find(Caller caller, String key) {
        return jdbc.sql("""
                        SELECT user_name, request, response_status, response_location, response_body
                        FROM portal_idempotency WHERE tenant_id = :tenant AND key = :key
                        """)
                .param("tenant", caller.tenant().value())
                .param("key", key)
                .query(Answer.class)
                .single();
    }

    void keep(Caller caller, String key, int status, @Nullable String location, String body) {
        jdbc.sql("""
                        UPDATE portal_idempotency
                        SET response_status = :status, response_location = :location, response_body = :body
                        WHERE tenant_id = :tenant AND key = :key
                        """)
                .param("status", status)
                .param("location", location)
                .param("body", body)
                .param("tenant", caller.tenant().value())
                .param("key", key)
                .update();
    }

    void giveUp(Caller caller, String key) {
        jdbc.sql("DELETE FROM portal_idempotency WHERE tenant_id = :tenant AND key = :key")
                .param("tenant", caller.tenant().value())
                .param("key", key)
                .update();
    }

    /** What was asked and answered; without an answer while the first request is worked on. */
    record Answer(
            String userName,
            String request,
            @Nullable Integer responseStatus,
            @Nullable String responseLocation,
            @Nullable String responseBody) {}
}
