package io.millwright.plugins.host.internal;

import io.millwright.plugins.host.Project;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code project}, inside the running transaction of the caller's tenant. */
public final class ProjectRows {

    private final JdbcClient sql;

    public ProjectRows(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Caller caller, Project project) {
        try {
            sql.sql("""
                            INSERT INTO project (id, tenant_id, installation, template_id, name, options, state,
                                created_by, created_at)
                            VALUES (:id, :tenant, :installation, :template, :name, :options::jsonb, :state, :user, :now)""")
                    .param("id", project.id())
                    .param("tenant", caller.tenant().value())
                    .param("installation", project.installation())
                    .param("template", project.template())
                    .param("name", project.name())
                    .param("options", Json.write(project.options()))
                    .param("state", project.state().name())
                    .param("user", project.createdBy())
                    .param("now", InstallationRows.at(project.createdAt()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw nameTaken(project.name());
        }
    }

    void rename(Caller caller, UUID id, String name) {
        try {
            sql.sql("UPDATE project SET name = :name WHERE tenant_id = :tenant AND id = :id")
                    .param("tenant", caller.tenant().value())
                    .param("id", id)
                    .param("name", name)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw nameTaken(name);
        }
    }

    void changeOptions(Caller caller, UUID id, Map<String, String> options) {
        sql.sql("UPDATE project SET options = :options::jsonb WHERE tenant_id = :tenant AND id = :id")
                .param("tenant", caller.tenant().value())
                .param("id", id)
                .param("options", Json.write(options))
                .update();
    }

    void archive(Caller caller, UUID id, Instant now) {
        sql.sql("""
                        UPDATE project SET state = 'ARCHIVED', archived_at = :now
                        WHERE tenant_id = :tenant AND id = :id""")
                .param("tenant", caller.tenant().value())
                .param("id", id)
                .param("now", InstallationRows.at(now))
                .update();
    }

    /** @throws MillwrightException of kind MISSING when the tenant has none of that identity */
    Project get(Caller caller, UUID id) {
        return one(caller, id, "");
    }

    /** As {@link #get}, and nobody else changes it until the transaction is over. */
    Project lock(Caller caller, UUID id) {
        return one(caller, id, " FOR UPDATE");
    }

    List<Project> list(Caller caller, Project.State state) {
        return sql.sql("""
                        SELECT * FROM project WHERE tenant_id = :tenant AND state = :state
                        ORDER BY created_at DESC, id DESC""")
                .param("tenant", caller.tenant().value())
                .param("state", state.name())
                .query(ProjectRows::map)
                .list();
    }

    /** Names of the projects that keep an installation installed. */
    List<String> namesUsing(Caller caller, UUID installation) {
        return sql.sql("""
                        SELECT name FROM project
                        WHERE tenant_id = :tenant AND installation = :installation AND state = 'ACTIVE'
                        ORDER BY lower(name)""")
                .param("tenant", caller.tenant().value())
                .param("installation", installation)
                .query(String.class)
                .list();
    }

    private Project one(Caller caller, UUID id, String locking) {
        return sql.sql("SELECT * FROM project WHERE tenant_id = :tenant AND id = :id" + locking)
                .param("tenant", caller.tenant().value())
                .param("id", id)
                .query(ProjectRows::map)
                .optional()
                .orElseThrow(() -> MillwrightException.missing("project", id.toString()));
    }

    private static Project map(ResultSet row, int number) throws SQLException {
        return new Project(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("installation", UUID.class),
                row.getString("template_id"),
                Json.options(row.getString("options")),
                Project.State.valueOf(row.getString("state")),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static MillwrightException nameTaken(String name) {
        return MillwrightException.conflict(
                "project-name-taken", "There is a project \"%s\" already.".formatted(name), "Choose another name.");
    }
}
