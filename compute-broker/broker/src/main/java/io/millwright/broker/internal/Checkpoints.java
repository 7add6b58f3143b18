package io.millwright.broker.internal;

import io.millwright.tenancy.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code job_checkpoint}, inside the running transaction. */
public final class Checkpoints {

    private final JdbcClient sql;

    public Checkpoints(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<Checkpoint> find(UUID job) {
        return sql.sql("SELECT attempt, digest, size, object FROM job_checkpoint WHERE job_id = ?")
                .param(job)
                .query((row, n) -> new Checkpoint(
                        row.getInt("attempt"), row.getString("digest"), row.getLong("size"), row.getString("object")))
                .optional();
    }

    /** @return the object of the one before, which nothing needs any more once this has committed */
    public Optional<String> replace(LockedJob job, Checkpoint checkpoint) {
        var before = find(job.id()).map(Checkpoint::object);
        sql.sql("""
                        INSERT INTO job_checkpoint (job_id, tenant_id, attempt, digest, size, object)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (job_id) DO UPDATE SET attempt = excluded.attempt, digest = excluded.digest,
                            size = excluded.size, object = excluded.object, saved_at = now()""")
                .param(job.id())
                .param(job.tenant().value())
                .param(checkpoint.attempt())
                .param(checkpoint.digest())
                .param(checkpoint.size())
                .param(checkpoint.object())
                .update();
        return before;
    }

    /** A checkpoint whose job has ended. */
    public record Ended(TenantId tenant, UUID job, String object) {}

    /** Checkpoints that no attempt will ask for, of all tenants. */
    public List<Ended> ended() {
        return sql.sql("""
                        SELECT c.tenant_id, c.job_id, c.object FROM job_checkpoint c JOIN job j ON j.id = c.job_id
                        WHERE j.finished_at IS NOT NULL ORDER BY c.job_id LIMIT 100""")
                .query((row, n) -> new Ended(
                        new TenantId(row.getString("tenant_id")),
                        row.getObject("job_id", UUID.class),
                        row.getString("object")))
                .list();
    }

    public void remove(UUID job) {
        sql.sql("DELETE FROM job_checkpoint WHERE job_id = ?").param(job).update();
    }
}
