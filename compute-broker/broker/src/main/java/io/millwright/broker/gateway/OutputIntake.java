package io.millwright.broker.gateway;

import io.millwright.broker.JobKind;
import io.millwright.broker.Jobs;
import io.millwright.broker.internal.JobChanges;
import io.millwright.broker.internal.Outputs;
import io.millwright.governance.datasets.DatasetObjects;
import io.millwright.tenancy.ObjectRef;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.TenantTransactions;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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
    private final Outputs outputs;
    private final JobChanges changes;
    private final ObjectStore objects;
    private final DatasetObjects shared;

    OutputIntake(
            TenantTransactions transactions,
            Outputs outputs,
            JobChanges changes,
            ObjectStore objects,
            DatasetObjects shared) {
        this.transactions = transactions;
        this.outputs = outputs;
        this.changes = changes;
        this.objects = objects;
        this.shared = shared;
    }

    /**
     * Stores a file, replacing an earlier one of that path.
     *
     * @param announced SHA-256 of the bytes, hexadecimal
     * @throws Refusal 400 for a path that no output has, 413 when too large, 422 when the bytes are others, 409 when fenced,
     *     503 when equal bytes went away meanwhile
     */
    void take(AttemptFacts attempt, String path, String announced, InputStream bytes) throws IOException {
        var stored = objects.put(attempt.tenant(), new Bounded(bytes, path, limit(attempt, path)));
        Optional<String> unwanted = Optional.of(stored.digest());
        try {
            if (!stored.digest().equals(announced)) {
                throw Refusal.changed();
            }
            unwanted = transactions.call(attempt.tenant(), () -> {
                var job = changes.lock(attempt.job())
                        .filter(locked -> locked.attempt() == attempt.number()
                                && locked.state().isActive())
                        .orElseThrow(Refusal::fenced);
                changes.running(job);
                if (!shared.hold(attempt.tenant(), List.of(stored.digest()))) {
                    throw Refusal.again();
                }
                return outputs.put(job, attempt.number(), path, stored);
            });
        } finally {
            unwanted.ifPresent(digest -> shared.release(attempt.tenant(), List.of(digest)));
        }
    }

    /** What an attempt has uploaded, by path. */
    Map<String, ObjectRef> of(AttemptFacts attempt) {
        return transactions.call(attempt.tenant(), () -> outputs.of(attempt.job(), attempt.number()));
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
