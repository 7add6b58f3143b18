package io.millwright.tenancy.internal;

import io.millwright.tenancy.Identity;
import io.millwright.tenancy.Members.Membership;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.Tenant;
import io.millwright.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person's own memberships, whichever the tenants; seen through the policy that lets people see their own. */
final class MembershipQueries {

    private static final String SELECT = """
            SELECT t.id, t.name, t.state, t.created_at, m.subject, m.roles
            FROM member m JOIN tenant t ON t.id = m.tenant_id
            WHERE m.user_name = :user
            """;

    private final JdbcClient jdbc;

    MembershipQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Found> of(String user) {
        return jdbc.sql(SELECT + "ORDER BY t.name")
                .param("user", user)
                .query((row, n) -> found(row))
                .list();
    }

    Optional<Found> of(String user, TenantId tenant) {
        return jdbc.sql(SELECT + "AND t.id = :tenant")
                .param("user", user)
                .param("tenant", tenant.value())
                .query((row, n) -> found(row))
                .optional();
    }

    /** Ties the membership to the account that signed in first under its name; false when it is tied already or gone. */
    boolean bind(TenantId tenant, Identity identity) {
        return jdbc.sql("""
                        UPDATE member SET subject = :subject, name = :name, email = :email
                        WHERE tenant_id = :tenant AND user_name = :user AND subject IS NULL
                        """)
                        .param("subject", identity.subject())
                        .param("name", identity.name())
                        .param("email", identity.email())
                        .param("tenant", tenant.value())
                        .param("user", identity.user())
                        .update()
                == 1;
    }

    private static Found found(ResultSet row) throws SQLException {
        var tenant = new Tenant(
                new TenantId(row.getString("id")),
                row.getString("name"),
                Tenant.State.valueOf(row.getString("state")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
        var roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Found(row.getString("subject"), new Membership(tenant, roles));
    }

    /** @param subject the account it is tied to, null until the first sign-in */
    record Found(@Nullable String subject, Membership membership) {}
}
