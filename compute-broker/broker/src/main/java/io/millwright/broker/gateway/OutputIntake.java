package io.millwright.broker.gateway;

import io.millwright.broker.JobKind;
import io.millwright.broker.Jobs;
import io.millwright.broker.internal.JobChanges;
import io.millwright.tenancy.ObjectRef;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.TenantTransactions;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes files that an attempt made. They belong to nothing until its result commits them. */
final class OutputIntake {

    static final String REPORT = "report.json";
    static final String TABLE = "result.csv";
    static final String COLUMNS = "result.columns";
    static final String MODEL = "model/";
    static final String IMAGES = "sample.zip";
    static final String UNDERSTANDING = "understanding.json";

    private static final long MAX_COLUMNS = 32L << 20;
    /** The runner lets 2 GiB of images through; the rest is for the archive's directory. */
    private static final long MAX_IMAGES = (2L << 30) + (64L << 20);

    private static final long MAX_FILE = 64L << 30;
    private static final Pattern MODEL_FILE =
            Pattern.compile("model/[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private final TenantTransactions transactions;
    private final JdbcClient sql;
    private final JobChanges changes;
    private final ObjectStore objects;

    OutputIntake(TenantTransactions transactions, JdbcClient sql, JobChanges changes, ObjectStore objects) {
        this.transactions = transactions;
        this.sql = sql;
        this.changes = changes;
        this.objects = objects;
    }

    /**
     * Stores a file, replacing an earlier one of that path.
     *
     * @param announced SHA-256 of the bytes, hexadecimal
     * @throws Refusal 400 for a path that no output has, 413 when too large, 422 when the bytes are others, 409 when fenced
     */
    void take(AttemptFacts attempt, String path, String announced, InputStream bytes) throws IOException {
        var stored = objects.put(attempt.tenant(), new Bounded(bytes, path, limit(attempt, path)));
        if (!stored.digest().equals(announced)) {
            throw Refusal.changed();
        }
        transactions.run(attempt.tenant(), () -> {
            var job = changes.lock(attempt.job())
                    .filter(locked -> locked.attempt() == attempt.number()
                            && locked.state().isActive())
                    .orElseThrow(Refusal::fenced);
            changes.running(job);
            sql.sql("""
                            WITH seen AS (UPDATE job_attempt SET seen_at = now() WHERE job_id = :job AND number = :number)
                            INSERT INTO job_output (job_id, attempt, path, tenant_id, digest, size)
                            VALUES (:job, :number, :path, :tenant, :digest, :size)
                            ON CONFLICT (job_id, attempt, path) DO UPDATE SET digest = excluded.digest, size = excluded.size""")
                    .param("job", attempt.job())
                    .param("number", attempt.number())
                    .param("path", path)
                    .param("tenant", attempt.tenant().value())
                    .param("digest", stored.digest())
                    .param("size", stored.size())
                    .update();
        });
    }

    /** What an attempt has uploaded, by path. */
    Map<String, ObjectRef> of(AttemptFacts attempt) {
        return transactions.call(attempt.tenant(), () -> {
            var outputs = new LinkedHashMap<String, ObjectRef>();
            sql.sql("SELECT path, digest, size FROM job_output WHERE job_id = ? AND attempt = ? ORDER BY path")
                    .param(attempt.job())
                    .param(attempt.number())
                    .query(row -> {
                        outputs.put(row.getString("path"), new ObjectRef(row.getString("digest"), row.getLong("size")));
                    });
            return outputs;
        });
    }

    private static long limit(AttemptFacts attempt, String path) {
        boolean trains = attempt.kind() == JobKind.TRAIN;
        if (attempt.trial() != null) {
            throw Refusal.malformed("A trial has no outputs.");
        }
        if (attempt.kind() == JobKind.INSPECT) {
            return inspectionLimit(path);
        }
        if (path.equals(REPORT)) {
            return Jobs.MAX_REPORT;
        }
        if (attempt.kind() == JobKind.SAMPLE && path.equals(IMAGES)) {
            return MAX_IMAGES;
        }
        if (!trains && path.equals(COLUMNS)) {
            return MAX_COLUMNS;
        }
        boolean known = trains ? MODEL_FILE.matcher(path).matches() : path.equals(TABLE);
        if (!known || path.length() > 200) {
            throw noPlace(attempt.kind(), path);
        }
        return MAX_FILE;
    }

    private static long inspectionLimit(String path) {
        if (!path.equals(UNDERSTANDING)) {
            throw noPlace(JobKind.INSPECT, path);
        }
        return Jobs.MAX_UNDERSTANDING;
    }

    private static Refusal noPlace(JobKind kind, String path) {
        return Refusal.malformed("No output of a %s has the path %s.".formatted(kind.title(), path));
    }
}
