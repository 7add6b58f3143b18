package io.millwright.plugins.host.internal;

import io.millwright.plugins.api.Right;
import io.millwright.plugins.host.Installation;
import io.millwright.plugins.host.TemplateVersion;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code installation}, inside the running transaction of the caller's tenant. */
public final class InstallationRows {

    private static final String SELECT = """
            SELECT i.*, (SELECT count(*) FROM project p
                WHERE p.tenant_id = i.tenant_id AND p.installation = i.id AND p.state = 'ACTIVE') AS projects
            FROM installation i WHERE i.tenant_id = :tenant """;

    private final JdbcClient sql;

    public InstallationRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether it was stored: not when the template is installed already. */
    boolean insert(Caller caller, UUID id, TemplateVersion version, Set<Right> consent, Instant now) {
        return sql.sql("""
                        INSERT INTO installation (id, tenant_id, template_id, template_version, digest, descriptor,
                            has_sample, inspects, consent, state, installed_by, installed_at)
                        VALUES (:id, :tenant, :template, :version, :digest, :descriptor::jsonb,
                            :sample, :inspects, :consent, 'INSTALLED', :user, :now)
                        ON CONFLICT (tenant_id, template_id) WHERE state = 'INSTALLED' DO NOTHING""")
                        .param("id", id)
                        .param("tenant", caller.tenant().value())
                        .param("template", version.id())
                        .param("version", version.version())
                        .param("digest", version.digest())
                        .param("descriptor", Json.write(version.descriptor()))
                        .param("sample", version.hasSample())
                        .param("inspects", version.inspects())
                        .param("consent", names(consent))
                        .param("user", caller.user())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    void changeVersion(Caller caller, UUID id, TemplateVersion version, Set<Right> consent) {
        sql.sql("""
                        UPDATE installation SET template_version = :version, digest = :digest,
                            descriptor = :descriptor::jsonb, has_sample = :sample, inspects = :inspects, consent = :consent
                        WHERE tenant_id = :tenant AND id = :id""")
                .param("id", id)
                .param("tenant", caller.tenant().value())
                .param("version", version.version())
                .param("digest", version.digest())
                .param("descriptor", Json.write(version.descriptor()))
                .param("sample", version.hasSample())
                .param("inspects", version.inspects())
                .param("consent", names(consent))
                .update();
    }

    void end(Caller caller, UUID id, Instant now) {
        sql.sql("""
                        UPDATE installation SET state = 'UNINSTALLED', uninstalled_at = :now
                        WHERE tenant_id = :tenant AND id = :id""")
                .param("id", id)
                .param("tenant", caller.tenant().value())
                .param("now", at(now))
                .update();
    }

    /** @throws MillwrightException of kind MISSING when the tenant has none of that identity */
    Installation get(Caller caller, UUID id) {
        return one(caller, id, "");
    }

    /** As {@link #get}, and nobody ends it or begins a project with it until the transaction is over. */
    Installation lock(Caller caller, UUID id) {
        return one(caller, id, "FOR UPDATE OF i");
    }

    /** As {@link #get}, and nobody ends it until the transaction is over. */
    Installation keep(Caller caller, UUID id) {
        return one(caller, id, "FOR SHARE OF i");
    }

    Optional<Installation> installed(Caller caller, String template) {
        return sql.sql(SELECT + " AND template_id = :template AND state = 'INSTALLED'")
                .param("tenant", caller.tenant().value())
                .param("template", template)
                .query(InstallationRows::map)
                .optional();
    }

    List<Installation> installed(Caller caller) {
        return sql.sql(SELECT + " AND state = 'INSTALLED' ORDER BY descriptor ->> 'name'")
                .param("tenant", caller.tenant().value())
                .query(InstallationRows::map)
                .list();
    }

    private Installation one(Caller caller, UUID id, String locking) {
        return sql.sql(SELECT + " AND id = :id " + locking)
                .param("tenant", caller.tenant().value())
                .param("id", id)
                .query(InstallationRows::map)
                .optional()
                .orElseThrow(() -> MillwrightException.missing("installation", id.toString()));
    }

    private static Installation map(ResultSet row, int number) throws SQLException {
        return new Installation(
                row.getObject("id", UUID.class),
                Json.descriptor(row.getString("descriptor")),
                row.getString("digest"),
                row.getBoolean("has_sample"),
                row.getBoolean("inspects"),
                Installation.State.valueOf(row.getString("state")),
                rights(row.getArray("consent")),
                row.getString("installed_by"),
                row.getObject("installed_at", OffsetDateTime.class).toInstant(),
                row.getInt("projects"));
    }

    private static Set<Right> rights(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(Right::valueOf).collect(Collectors.toSet());
    }

    private static String[] names(Set<Right> rights) {
        return rights.stream().map(Right::name).sorted().toArray(String[]::new);
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
