package io.millwright.governance.models;

import io.millwright.governance.Json;
import io.millwright.governance.datasets.DatasetId;
import io.millwright.tenancy.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The registry's tables. Every method runs in the caller's transaction. */
final class ModelRows {

    /** A model without its versions. */
    record Head(UUID id, UUID project, String name, Instant createdAt) {}

    private static final int MAX_NAME = 120;

    private final JdbcClient sql;

    ModelRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<Head> list(Caller caller, String afterName, UUID afterId, int limit) {
        return sql.sql("""
                        SELECT id, project_id, name, created_at FROM model
                        WHERE tenant_id = :tenant AND (lower(name), id) > (:name, :id)
                        ORDER BY lower(name), id LIMIT :limit""")
                .param("tenant", caller.tenant().value())
                .param("name", afterName)
                .param("id", afterId)
                .param("limit", limit)
                .query(ModelRows::head)
                .list();
    }

    Optional<Head> find(Caller caller, UUID model) {
        return head(caller, "id", model);
    }

    Optional<Head> ofProject(Caller caller, UUID project) {
        return head(caller, "project_id", project);
    }

    private Optional<Head> head(Caller caller, String column, UUID value) {
        return sql.sql("SELECT id, project_id, name, created_at FROM model WHERE tenant_id = :tenant AND " + column
                        + " = :id")
                .param("tenant", caller.tenant().value())
                .param("id", value)
                .query(ModelRows::head)
                .optional();
    }

    /** The model of a project, made or renamed as needed; its row is locked until the transaction ends. */
    UUID lock(Caller caller, UUID newId, NewModelVersion version, Instant now) {
        return sql.sql("""
                        INSERT INTO model (id, tenant_id, project_id, name, created_at)
                        VALUES (:id, :tenant, :project, :name, :now)
                        ON CONFLICT (tenant_id, project_id) DO UPDATE SET name = excluded.name
                        RETURNING id""")
                .param("id", newId)
                .param("tenant", caller.tenant().value())
                .param("project", version.project())
                .param("name", shortened(version.modelName()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
    }

    void insert(Caller caller, UUID id, UUID model, NewModelVersion version, String digest, Instant now) {
        sql.sql("""
                        INSERT INTO model_version (id, tenant_id, model_id, number, stage, job_id, dataset_version_id,
                            template_id, template_version, template_digest, options, seed, metrics, report, summary,
                            environment, digest, created_at, created_by)
                        VALUES (:id, :tenant, :model,
                            (SELECT coalesce(max(number), 0) + 1 FROM model_version WHERE model_id = :model),
                            'DRAFT', :job, :dataset, :templateId, :templateVersion, :templateDigest,
                            CAST(:options AS jsonb), :seed, CAST(:metrics AS jsonb), :report, :summary,
                            CAST(:environment AS jsonb), :digest, :now, :user)""")
                .param("id", id)
                .param("tenant", caller.tenant().value())
                .param("model", model)
                .param("job", version.job())
                .param("dataset", version.datasetVersion())
                .param("templateId", version.template().id())
                .param("templateVersion", version.template().version())
                .param("templateDigest", version.template().digest())
                .param("options", Json.write(version.options()))
                .param("seed", version.seed())
                .param("metrics", Json.write(version.metrics()))
                .param("report", version.reportJson())
                .param("summary", ReportSummary.of(version.reportJson()))
                .param("environment", Json.write(version.environment()))
                .param("digest", digest)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("user", caller.user())
                .update();
        for (var file : version.files()) {
            sql.sql("""
                            INSERT INTO model_file (tenant_id, model_version_id, name, digest, size)
                            VALUES (:tenant, :version, :name, :digest, :size)""")
                    .param("tenant", caller.tenant().value())
                    .param("version", id)
                    .param("name", file.name())
                    .param("digest", file.object().digest())
                    .param("size", file.object().size())
                    .update();
        }
    }

    Optional<String> report(Caller caller, UUID version) {
        return sql.sql("SELECT report FROM model_version WHERE tenant_id = :tenant AND id = :id")
                .param("tenant", caller.tenant().value())
                .param("id", version)
                .query(String.class)
                .optional();
    }

    Optional<ModelVersion> version(Caller caller, UUID version) {
        return one(caller, "AND v.id = :id", version);
    }

    Optional<ModelVersion> version(Caller caller, UUID model, int number) {
        return sql.sql(ModelVersionRow.SELECT + "AND v.model_id = :id AND v.number = :number")
                .param("tenant", caller.tenant().value())
                .param("id", model)
                .param("number", number)
                .query(ModelVersionRow::read)
                .optional();
    }

    Optional<ModelVersion> ofJob(Caller caller, UUID job) {
        return one(caller, "AND v.job_id = :id", job);
    }

    /** The newest version of a model. */
    Optional<ModelVersion> latest(Caller caller, UUID model) {
        return one(caller, "AND v.model_id = :id ORDER BY v.number DESC LIMIT 1", model);
    }

    /** The newest approved version of a model. */
    Optional<ModelVersion> approved(Caller caller, UUID model) {
        return one(caller, "AND v.model_id = :id AND v.stage = 'APPROVED' ORDER BY v.number DESC LIMIT 1", model);
    }

    List<ModelVersion> versions(Caller caller, UUID model) {
        return many(caller, "AND v.model_id = :id ORDER BY v.number DESC", model);
    }

    List<ModelVersion> trainedOn(Caller caller, DatasetId dataset) {
        var condition = "AND v.dataset_version_id IN (SELECT id FROM dataset_version WHERE dataset_id = :id)"
                + " ORDER BY v.created_at DESC, v.id DESC";
        return many(caller, condition, dataset.value());
    }

    /** Those that somebody else submitted, and nobody has decided on. */
    List<ModelVersion> awaiting(Caller caller) {
        return sql.sql(ModelVersionRow.SELECT
                        + "AND v.stage = 'PENDING_REVIEW' AND v.submitted_by <> :user ORDER BY v.submitted_at LIMIT 50")
                .param("tenant", caller.tenant().value())
                .param("user", caller.user())
                .query(ModelVersionRow::read)
                .list();
    }

    private Optional<ModelVersion> one(Caller caller, String condition, UUID id) {
        return many(caller, condition, id).stream().findFirst();
    }

    private List<ModelVersion> many(Caller caller, String condition, UUID id) {
        return sql.sql(ModelVersionRow.SELECT + condition)
                .param("tenant", caller.tenant().value())
                .param("id", id)
                .query(ModelVersionRow::read)
                .list();
    }

    /** Moves a version from one stage to another; false when it is no longer in the first. */
    boolean move(Caller caller, UUID version, Stage from, Stage to) {
        return sql.sql("UPDATE model_version SET stage = :to WHERE tenant_id = :tenant AND id = :id AND stage = :from")
                        .param("to", to.name())
                        .param("from", from.name())
                        .param("tenant", caller.tenant().value())
                        .param("id", version)
                        .update()
                == 1;
    }

    boolean submit(Caller caller, UUID version, Instant now) {
        return sql.sql("""
                        UPDATE model_version SET stage = 'PENDING_REVIEW', submitted_by = :user, submitted_at = :now
                        WHERE tenant_id = :tenant AND id = :id AND stage = 'DRAFT'""")
                        .param("user", caller.user())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("tenant", caller.tenant().value())
                        .param("id", version)
                        .update()
                == 1;
    }

    boolean decide(Caller caller, UUID version, Stage decision, String reason, Instant now) {
        return sql.sql("""
                        UPDATE model_version
                        SET stage = :to, decided_by = :user, decided_at = :now, decision_reason = :reason
                        WHERE tenant_id = :tenant AND id = :id AND stage = 'PENDING_REVIEW'""")
                        .param("to", decision.name())
                        .param("user", caller.user())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("reason", reason)
                        .param("tenant", caller.tenant().value())
                        .param("id", version)
                        .update()
                == 1;
    }

    private static String shortened(String name) {
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                row.getObject("id", UUID.class),
                row.getObject("project_id", UUID.class),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
