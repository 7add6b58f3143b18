package io.millwright.governance.models;

import io.millwright.governance.Json;
import io.millwright.tenancy.ObjectRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Model versions as they lie in the tables. */
final class ModelVersionRow {

    static final String SELECT = """
            SELECT v.id, v.model_id, m.name AS model_name, m.project_id, v.number, v.stage, v.job_id, v.dataset_version_id,
                v.template_id, v.template_version, v.template_digest, v.options, v.seed, v.metrics, v.summary, v.environment,
                v.digest, v.created_at, v.created_by, v.submitted_by, v.submitted_at, v.decided_by, v.decided_at,
                v.decision_reason,
                (SELECT jsonb_agg(jsonb_build_object('name', f.name, 'digest', f.digest, 'size', f.size))
                    FROM model_file f WHERE f.model_version_id = v.id) AS files
            FROM model_version v JOIN model m ON m.id = v.model_id
            WHERE v.tenant_id = :tenant AND m.tenant_id = :tenant\s""";

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Double>> NUMBERS = new TypeReference<>() {};
    private static final TypeReference<List<FileRow>> FILES = new TypeReference<>() {};

    private ModelVersionRow() {}

    private record FileRow(String name, String digest, long size) {}

    static ModelVersion read(ResultSet row, int number) throws SQLException {
        var files = Json.read(row.getString("files"), FILES).stream()
                .map(file -> new ModelFile(file.name(), new ObjectRef(file.digest(), file.size())))
                .sorted(Comparator.comparing(ModelFile::name))
                .toList();
        return new ModelVersion(
                row.getObject("id", UUID.class),
                row.getObject("model_id", UUID.class),
                row.getString("model_name"),
                row.getObject("project_id", UUID.class),
                row.getInt("number"),
                Stage.valueOf(row.getString("stage")),
                row.getObject("job_id", UUID.class),
                row.getObject("dataset_version_id", UUID.class),
                new TemplateRef(
                        row.getString("template_id"),
                        row.getString("template_version"),
                        row.getString("template_digest")),
                Json.read(row.getString("options"), TEXTS),
                row.getLong("seed"),
                Json.read(row.getString("metrics"), NUMBERS),
                row.getString("summary"),
                Json.read(row.getString("environment"), TEXTS),
                files,
                row.getString("digest"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                row.getString("submitted_by"),
                instant(row, "submitted_at"),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getString("decision_reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
