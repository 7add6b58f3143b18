package io.millwright.broker.internal;

import io.millwright.broker.JobAttempt.Outcome;
import io.millwright.broker.JobState;
import io.millwright.governance.audit.AuditEvent;
import io.millwright.governance.audit.AuditLog;
import io.millwright.tenancy.Caller;
import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a job whose attempt failed for no fault of its own: it is tried again, but not for ever. */
public final class LostAttempts {

    /** Attempts that may be lost before the job fails. */
    public static final int MAX = 3;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final JobChanges changes;
    private final AuditLog audit;
    private final Duration pause;

    /** @param pause before the second attempt; doubled for each one after */
    public LostAttempts(JdbcClient sql, JobChanges changes, AuditLog audit, Duration pause) {
        this.sql = sql;
        this.changes = changes;
        this.audit = audit;
        this.pause = pause;
    }

    /** An agent, a node or the cluster was lost: ends the attempt and queues the job again, at most {@value #MAX} times. */
    public void lost(LockedJob job, AttemptEnd end) {
        changes.endAttempt(job, end);
        int failures = job.failures() + 1;
        if (job.cancelRequested()) {
            changes.become(job, JobState.CANCELLED, CancelWords.of(job.cancelledBy(), job.cancelReason()), "");
        } else if (failures >= MAX) {
            var words = "Tried %d times in vain. The last time: %s".formatted(failures, end.reason());
            changes.become(
                    job, JobState.FAILED, words, "Ask the operator to look at the cluster, then submit the job again.");
            audit.append(
                    Caller.system(job.tenant()),
                    AuditEvent.of("job.failed", "job", job.id().toString())
                            .after(Map.of("attempt", job.attempt(), "code", end.code()))
                            .because(words));
        } else {
            again(job, failures, "Is tried again: " + end.reason());
        }
    }

    /** The cluster did not take the attempt: queues the job again, as often as it takes. */
    public void notTaken(LockedJob job, String reason) {
        changes.endAttempt(job, AttemptEnd.byBroker(Outcome.LOST, "not-placed", reason));
        if (job.cancelRequested()) {
            changes.become(job, JobState.CANCELLED, CancelWords.of(job.cancelledBy(), job.cancelReason()), "");
        } else {
            again(job, job.failures(), reason);
        }
    }

    private void again(LockedJob job, int failures, String reason) {
        changes.become(job, JobState.QUEUED, reason, "");
        double seconds =
                Math.min(LONGEST_PAUSE.toMillis(), pause.toMillis() * Math.pow(2, Math.min(10, job.attempt() - 1.0)))
                        / 1000;
        sql.sql("UPDATE job SET failures = ?, not_before = now() + make_interval(secs => ?) WHERE id = ?")
                .param(failures)
                .param(seconds)
                .param(job.id())
                .update();
    }
}
