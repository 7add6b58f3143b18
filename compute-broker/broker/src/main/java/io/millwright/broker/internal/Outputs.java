package io.millwright.broker.internal;

import io.millwright.governance.datasets.ObjectUses;
import io.millwright.tenancy.ObjectRef;
import io.millwright.tenancy.TenantId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code job_output}, inside the running transaction: files of attempts, until they end. */
public final class Outputs implements ObjectUses {

    private final JdbcClient sql;

    public Outputs(JdbcClient sql) {
        this.sql = sql;
    }

    /** What an attempt has uploaded, by path. */
    public Map<String, ObjectRef> of(UUID job, int attempt) {
        var outputs = new LinkedHashMap<String, ObjectRef>();
        sql.sql("SELECT path, digest, size FROM job_output WHERE job_id = ? AND attempt = ? ORDER BY path")
                .param(job)
                .param(attempt)
                .query(row -> {
                    outputs.put(row.getString("path"), new ObjectRef(row.getString("digest"), row.getLong("size")));
                });
        return outputs;
    }

    /** @return the digest of the file that it replaces */
    public Optional<String> put(LockedJob job, int attempt, String path, ObjectRef stored) {
        var before = Optional.ofNullable(of(job.id(), attempt).get(path)).map(ObjectRef::digest);
        sql.sql("""
                        WITH seen AS (UPDATE job_attempt SET seen_at = now() WHERE job_id = :job AND number = :number)
                        INSERT INTO job_output (job_id, attempt, path, tenant_id, digest, size)
                        VALUES (:job, :number, :path, :tenant, :digest, :size)
                        ON CONFLICT (job_id, attempt, path) DO UPDATE SET digest = excluded.digest, size = excluded.size""")
                .param("job", job.id())
                .param("number", attempt)
                .param("path", path)
                .param("tenant", job.tenant().value())
                .param("digest", stored.digest())
                .param("size", stored.size())
                .update();
        return before.filter(digest -> !digest.equals(stored.digest()));
    }

    /** An attempt that has ended and whose files are still listed. */
    public record Ended(TenantId tenant, UUID job, int attempt) {}

    /** Such attempts of all tenants. */
    public List<Ended> ended() {
        return sql.sql("""
                        SELECT DISTINCT o.tenant_id, o.job_id, o.attempt FROM job_output o
                            JOIN job_attempt a ON a.job_id = o.job_id AND a.number = o.attempt
                        WHERE a.outcome <> 'ACTIVE' ORDER BY o.job_id, o.attempt LIMIT 100""")
                .query((row, n) -> new Ended(
                        new TenantId(row.getString("tenant_id")),
                        row.getObject("job_id", UUID.class),
                        row.getInt("attempt")))
                .list();
    }

    /** @return the digests of what was listed */
    public List<String> remove(Ended attempt) {
        return sql.sql("DELETE FROM job_output WHERE job_id = ? AND attempt = ? RETURNING digest")
                .param(attempt.job())
                .param(attempt.attempt())
                .query(String.class)
                .list();
    }

    @Override
    public boolean needs(TenantId tenant, String digest) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM job_output WHERE tenant_id = ? AND digest = ?)")
                .param(tenant.value())
                .param(digest)
                .query(Boolean.class)
                .single();
    }
}
