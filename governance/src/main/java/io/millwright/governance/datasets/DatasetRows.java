package io.millwright.governance.datasets;

import io.millwright.governance.Json;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.ObjectRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** The catalogue's tables. Every method runs in the caller's transaction. */
final class DatasetRows {

    private static final String VERSION = """
            SELECT v.id, v.dataset_id, d.name, v.number, v.row_count, v.columns, v.filename, v.format, v.given_digest,
                v.given_size, v.parquet_digest, v.parquet_size, v.canonical_digest, v.canonical_size, v.kind, v.content_digest,
                v.content_size, v.lineage, v.job_id,
                v.model_version_id, v.source_version_id, v.created_at, v.created_by,
                d.created_at AS dataset_created_at, d.created_by AS dataset_created_by
            FROM dataset_version v JOIN dataset d ON d.id = v.dataset_id
            WHERE v.tenant_id = :tenant AND d.tenant_id = :tenant\s""";

    private static final String LATEST =
            "AND d.deleted_at IS NULL AND v.number = (SELECT max(number) FROM dataset_version n WHERE n.dataset_id = d.id)";

    private static final TypeReference<List<DatasetColumn>> COLUMNS = new TypeReference<>() {};
    private static final TypeReference<SourceFormat> FORMAT = new TypeReference<>() {};
    private static final TypeReference<Profile> PROFILE = new TypeReference<>() {};

    private final JdbcClient sql;

    DatasetRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Datasets whose lower-case name comes after a given one. */
    List<Dataset> list(Caller caller, String afterName, int limit) {
        return sql.sql(VERSION + LATEST + " AND lower(d.name) > :after ORDER BY lower(d.name) LIMIT :limit")
                .param("tenant", caller.tenant().value())
                .param("after", afterName)
                .param("limit", limit)
                .query(DatasetRows::dataset)
                .list();
    }

    Optional<Dataset> find(Caller caller, DatasetId dataset) {
        return sql.sql(VERSION + LATEST + " AND d.id = :id")
                .param("tenant", caller.tenant().value())
                .param("id", dataset.value())
                .query(DatasetRows::dataset)
                .optional();
    }

    Optional<Dataset> findByName(Caller caller, String name) {
        return sql.sql(VERSION + LATEST + " AND lower(d.name) = lower(:name)")
                .param("tenant", caller.tenant().value())
                .param("name", name)
                .query(DatasetRows::dataset)
                .optional();
    }

    List<DatasetVersion> versions(Caller caller, DatasetId dataset) {
        return sql.sql(VERSION + "AND d.deleted_at IS NULL AND d.id = :id ORDER BY v.number DESC")
                .param("tenant", caller.tenant().value())
                .param("id", dataset.value())
                .query(DatasetRows::version)
                .list();
    }

    Optional<DatasetVersion> version(Caller caller, DatasetId dataset, int number) {
        return sql.sql(VERSION + "AND d.deleted_at IS NULL AND d.id = :id AND v.number = :number")
                .param("tenant", caller.tenant().value())
                .param("id", dataset.value())
                .param("number", number)
                .query(DatasetRows::version)
                .optional();
    }

    Optional<DatasetVersion> version(Caller caller, UUID version) {
        return sql.sql(VERSION + "AND v.id = :id")
                .param("tenant", caller.tenant().value())
                .param("id", version)
                .query(DatasetRows::version)
                .optional();
    }

    Optional<DatasetVersion> ofJob(Caller caller, UUID job) {
        return sql.sql(VERSION + "AND v.job_id = :job")
                .param("tenant", caller.tenant().value())
                .param("job", job)
                .query(DatasetRows::version)
                .optional();
    }

    Optional<Profile> profile(Caller caller, UUID version) {
        return sql.sql("SELECT profile FROM dataset_version WHERE tenant_id = :tenant AND id = :id")
                .param("tenant", caller.tenant().value())
                .param("id", version)
                .query((row, n) -> Json.read(row.getString(1), PROFILE))
                .optional();
    }

    /** The dataset of that name, made when there is none; its row is locked until the transaction ends. */
    UUID lock(Caller caller, String name, UUID newId, OffsetDateTime now) {
        sql.sql("""
                        INSERT INTO dataset (id, tenant_id, name, created_at, created_by)
                        VALUES (:id, :tenant, :name, :now, :user)
                        ON CONFLICT (tenant_id, lower(name)) WHERE deleted_at IS NULL DO NOTHING""")
                .param("id", newId)
                .param("tenant", caller.tenant().value())
                .param("name", name)
                .param("now", now)
                .param("user", caller.user())
                .update();
        return sql.sql("""
                        SELECT id FROM dataset
                        WHERE tenant_id = :tenant AND lower(name) = lower(:name) AND deleted_at IS NULL FOR UPDATE""")
                .param("tenant", caller.tenant().value())
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    /** Locks a dataset that is there. */
    boolean lock(Caller caller, DatasetId dataset) {
        return sql.sql("SELECT 1 FROM dataset WHERE tenant_id = :tenant AND id = :id AND deleted_at IS NULL FOR UPDATE")
                .param("tenant", caller.tenant().value())
                .param("id", dataset.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void insert(Caller caller, UUID id, UUID dataset, PreparedTable table, Lineage lineage, OffsetDateTime now) {
        var content = table.content();
        sql.sql("""
                        INSERT INTO dataset_version (id, tenant_id, dataset_id, number, row_count, columns, filename, format,
                            given_digest, given_size, parquet_digest, parquet_size, canonical_digest, canonical_size, kind,
                            content_digest, content_size, profile,
                            lineage, job_id, model_version_id, source_version_id, created_at, created_by)
                        SELECT :id, :tenant, :dataset,
                            (SELECT coalesce(max(number), 0) + 1 FROM dataset_version WHERE dataset_id = :dataset),
                            :rows, CAST(:columns AS jsonb), :filename, CAST(:format AS jsonb), :given, :givenSize, :parquet,
                            :parquetSize, :canonical, :canonicalSize, :kind, CAST(:content AS text),
                            CAST(:contentSize AS bigint), CAST(:profile AS jsonb), :lineage, CAST(:job AS uuid),
                            CAST(:model AS uuid), CAST(:source AS uuid), :now, :user""")
                .param("id", id)
                .param("tenant", caller.tenant().value())
                .param("dataset", dataset)
                .param("rows", table.rows())
                .param("columns", json(table.columns()))
                .param("filename", table.filename())
                .param("format", json(table.format()))
                .param("given", table.given().digest())
                .param("givenSize", table.given().size())
                .param("parquet", table.parquet().digest())
                .param("parquetSize", table.parquet().size())
                .param("canonical", table.canonical().digest())
                .param("canonicalSize", table.canonical().size())
                .param("kind", table.kind().name())
                .param("content", content == null ? null : content.digest())
                .param("contentSize", content == null ? null : content.size())
                .param("profile", json(table.profile()))
                .param("lineage", lineage.kind().name())
                .param("job", lineage.job())
                .param("model", lineage.modelVersion())
                .param("source", lineage.sourceVersion())
                .param("now", now)
                .param("user", caller.user())
                .update();
    }

    void delete(Caller caller, DatasetId dataset, OffsetDateTime now) {
        sql.sql("UPDATE dataset SET deleted_at = :now, deleted_by = :user WHERE tenant_id = :tenant AND id = :id")
                .param("now", now)
                .param("user", caller.user())
                .param("tenant", caller.tenant().value())
                .param("id", dataset.value())
                .update();
    }

    /** Numbers of model versions that were trained on a dataset and are not archived, as words. */
    List<String> models(Caller caller, DatasetId dataset) {
        return sql.sql("""
                        SELECT 'model "' || m.name || '" version ' || mv.number
                        FROM model_version mv JOIN model m ON m.id = mv.model_id
                            JOIN dataset_version v ON v.id = mv.dataset_version_id
                        WHERE mv.tenant_id = :tenant AND v.dataset_id = :id AND mv.stage <> 'ARCHIVED'
                        ORDER BY mv.created_at DESC LIMIT 5""")
                .param("tenant", caller.tenant().value())
                .param("id", dataset.value())
                .query(String.class)
                .list();
    }

    private static String json(Object value) {
        // PostgreSQL's jsonb cannot hold the character zero.
        return Json.write(value).replace("\\u0000", "\\ufffd");
    }

    private static Dataset dataset(ResultSet row, int number) throws SQLException {
        var latest = version(row, number);
        return new Dataset(
                latest.dataset(),
                latest.datasetName(),
                latest,
                row.getObject("dataset_created_at", OffsetDateTime.class).toInstant(),
                row.getString("dataset_created_by"));
    }

    private static DatasetVersion version(ResultSet row, int number) throws SQLException {
        var content = row.getString("content_digest");
        return new DatasetVersion(
                row.getObject("id", UUID.class),
                new DatasetId(row.getObject("dataset_id", UUID.class)),
                row.getString("name"),
                row.getInt("number"),
                row.getLong("row_count"),
                Json.read(row.getString("columns"), COLUMNS),
                row.getString("filename"),
                Json.read(row.getString("format"), FORMAT),
                new ObjectRef(row.getString("given_digest"), row.getLong("given_size")),
                new ObjectRef(row.getString("parquet_digest"), row.getLong("parquet_size")),
                new ObjectRef(row.getString("canonical_digest"), row.getLong("canonical_size")),
                DatasetKind.valueOf(row.getString("kind")),
                content == null ? null : new ObjectRef(content, row.getLong("content_size")),
                new Lineage(
                        Lineage.Kind.valueOf(row.getString("lineage")),
                        row.getObject("job_id", UUID.class),
                        row.getObject("model_version_id", UUID.class),
                        row.getObject("source_version_id", UUID.class)),
                row.getObject("created_at", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                row.getString("created_by"));
    }
}
