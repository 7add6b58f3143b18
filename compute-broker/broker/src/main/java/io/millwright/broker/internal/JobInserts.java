package io.millwright.broker.internal;

import io.millwright.broker.JobRequest;
import io.millwright.broker.VersionRef;
import io.millwright.governance.datasets.DatasetId;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.models.Models;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Ids;
import io.millwright.tenancy.MillwrightException;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what people ask for. */
public final class JobInserts {

    private final JdbcClient sql;
    private final Ids ids;
    private final Datasets datasets;
    private final Models models;

    public JobInserts(JdbcClient sql, Ids ids, Datasets datasets, Models models) {
        this.sql = sql;
        this.ids = ids;
        this.datasets = datasets;
        this.models = models;
    }

    /** The job of a request, and whether this call made it. */
    record Inserted(UUID id, boolean isNew) {}

    Inserted insert(Caller caller, JobRequest request) {
        var digest = digest(request);
        var id = ids.next();
        int rows = sql.sql("""
                        INSERT INTO job (id, tenant_id, project_id, project_name, kind,
                            template_id, template_version, template_digest, engines,
                            dataset_id, dataset_version, dataset_version_id, model_id, model_version, model_version_id,
                            weights_id, weights_version, weights_version_id,
                            options, seed, cpus, gpus, memory_bytes, limit_seconds, priority,
                            idempotency_key, request_digest, submitted_by)
                        VALUES (:id, :tenant, :project, :projectName, :kind, :template, :templateVersion, :templateDigest,
                            :engines::jsonb, :dataset, :datasetVersion, :datasetVersionId, :model, :modelVersion,
                            :modelVersionId, :weights, :weightsVersion, :weightsVersionId, :options::jsonb, :seed, :cpus, :gpus, :memory, :limit, :priority,
                            :key, :digest, :user)
                        ON CONFLICT (tenant_id, idempotency_key) DO NOTHING""")
                .param("id", id)
                .param("tenant", caller.tenant().value())
                .param("project", request.project())
                .param("projectName", request.projectName())
                .param("kind", request.kind().name())
                .param("template", request.template().id())
                .param("templateVersion", request.template().version())
                .param("templateDigest", request.template().digest())
                .param("engines", JobJson.engines(request.engines()))
                .param("dataset", id(request.dataset()))
                .param("datasetVersion", number(request.dataset()))
                .param("datasetVersionId", datasetVersion(caller, request.dataset()))
                .param("model", id(request.model()))
                .param("modelVersion", number(request.model()))
                .param("modelVersionId", modelVersion(caller, request.model()))
                .param("weights", id(request.weights()))
                .param("weightsVersion", number(request.weights()))
                .param("weightsVersionId", datasetVersion(caller, request.weights()))
                .param("options", JobJson.options(request.options()))
                .param("seed", request.seed())
                .param("cpus", request.resources().cpus())
                .param("gpus", request.resources().gpus())
                .param("memory", request.resources().memoryBytes())
                .param("limit", Math.max(1, request.resources().limit().toSeconds()))
                .param("priority", request.priority().ordinal())
                .param("key", request.idempotencyKey())
                .param("digest", digest)
                .param("user", caller.user())
                .update();
        return rows == 1 ? new Inserted(id, true) : earlier(caller, request, digest);
    }

    void requestCancel(UUID id, String user, String reason) {
        sql.sql("UPDATE job SET cancel_requested_at = now(), cancelled_by = ?, cancel_reason = ? WHERE id = ?")
                .param(user)
                .param(reason)
                .param(id)
                .update();
    }

    private Inserted earlier(Caller caller, JobRequest request, byte[] digest) {
        return sql.sql("SELECT id, request_digest FROM job WHERE tenant_id = ? AND idempotency_key = ?")
                .param(caller.tenant().value())
                .param(request.idempotencyKey())
                .query((row, n) -> {
                    if (!Arrays.equals(digest, row.getBytes("request_digest"))) {
                        throw MillwrightException.conflict(
                                "idempotency-key-reused",
                                "The idempotency key \"%s\" was used for another job."
                                        .formatted(request.idempotencyKey()),
                                "Use a new key for a new request.");
                    }
                    return new Inserted(row.getObject("id", UUID.class), false);
                })
                .single();
    }

    private @Nullable UUID datasetVersion(Caller caller, @Nullable VersionRef ref) {
        return ref == null
                ? null
                : datasets.version(caller, new DatasetId(ref.id()), ref.version())
                        .id();
    }

    private @Nullable UUID modelVersion(Caller caller, @Nullable VersionRef ref) {
        return ref == null
                ? null
                : models.version(caller, ref.id(), ref.version()).id();
    }

    private static @Nullable UUID id(@Nullable VersionRef ref) {
        return ref == null ? null : ref.id();
    }

    private static @Nullable Integer number(@Nullable VersionRef ref) {
        return ref == null ? null : ref.version();
    }

    /** The request without its key: what must be equal for two requests to be one. */
    private static byte[] digest(JobRequest request) {
        return Digests.of(String.join(
                "\n",
                request.project().toString(),
                request.kind().name(),
                request.template().toString(),
                request.engines().toString(),
                String.valueOf(request.dataset()),
                String.valueOf(request.model()),
                String.valueOf(request.weights()),
                new TreeMap<>(request.options()).toString(),
                Long.toString(request.seed()),
                request.resources().toString(),
                request.priority().name()));
    }
}
