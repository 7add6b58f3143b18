package io.millwright.broker.gateway;

import io.millwright.broker.JobKind;
import io.millwright.broker.internal.Checkpoint;
import io.millwright.broker.internal.Checkpoints;
import io.millwright.broker.internal.Digests;
import io.millwright.broker.internal.JobChanges;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.TenantTransactions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.DigestInputStream;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Takes and gives the checkpoint of a training. Stored behind a few random bytes: equal checkpoints of two jobs are two objects
 * then, and each can be removed with its job.
 */
final class CheckpointIntake {

    private static final long MAX = 257L << 20;
    private static final int SALT = 32;

    private final TenantTransactions transactions;
    private final Checkpoints checkpoints;
    private final JobChanges changes;
    private final ObjectStore objects;
    private final SecureRandom random = new SecureRandom();

    CheckpointIntake(
            TenantTransactions transactions, Checkpoints checkpoints, JobChanges changes, ObjectStore objects) {
        this.transactions = transactions;
        this.checkpoints = checkpoints;
        this.changes = changes;
        this.objects = objects;
    }

    /**
     * Stores a checkpoint in place of the one before.
     *
     * @throws Refusal 400 unless the job trains, 413 when too large, 422 when the bytes are others, 409 when fenced
     */
    void take(AttemptFacts attempt, String announced, InputStream bytes) throws IOException {
        if (attempt.kind() != JobKind.TRAIN || attempt.trial() != null) {
            throw Refusal.malformed("Only a training has checkpoints.");
        }
        var salt = new byte[SALT];
        random.nextBytes(salt);
        var bounded = new Bounded(bytes, "A checkpoint", MAX);
        var digested = new DigestInputStream(bounded, Digests.sha256());
        var stored = objects.put(attempt.tenant(), new SequenceInputStream(new ByteArrayInputStream(salt), digested));
        var digest = HexFormat.of().formatHex(digested.getMessageDigest().digest());
        Optional<String> unwanted = Optional.of(stored.digest());
        try {
            if (!digest.equals(announced)) {
                throw Refusal.changed();
            }
            unwanted = transactions.call(attempt.tenant(), () -> {
                var job = changes.lock(attempt.job())
                        .filter(locked -> locked.attempt() == attempt.number()
                                && locked.state().isActive())
                        .orElseThrow(Refusal::fenced);
                changes.running(job);
                return checkpoints.replace(
                        job, new Checkpoint(attempt.number(), digest, bounded.count(), stored.digest()));
            });
        } finally {
            if (unwanted.isPresent()) {
                objects.delete(attempt.tenant(), unwanted.get());
            }
        }
    }

    /** What an earlier attempt of the job has saved last. */
    Optional<Checkpoint> of(AttemptFacts attempt) {
        return transactions
                .call(attempt.tenant(), () -> checkpoints.find(attempt.job()))
                .filter(found -> found.attempt() < attempt.number() && attempt.trial() == null);
    }

    InputStream open(AttemptFacts attempt, Checkpoint checkpoint) throws IOException {
        var bytes = objects.open(attempt.tenant(), checkpoint.object());
        bytes.skipNBytes(SALT);
        return bytes;
    }
}
