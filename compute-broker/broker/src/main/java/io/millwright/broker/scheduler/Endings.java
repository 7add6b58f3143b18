package io.millwright.broker.scheduler;

import io.millwright.broker.JobAttempt.Outcome;
import io.millwright.broker.JobState;
import io.millwright.broker.cluster.AttemptName;
import io.millwright.broker.internal.AttemptEnd;
import io.millwright.broker.internal.CancelWords;
import io.millwright.broker.internal.JobChanges;
import io.millwright.broker.internal.LockedJob;
import io.millwright.governance.audit.AuditEvent;
import io.millwright.governance.audit.AuditLog;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ends attempts that should have ended by themselves: cancelled ones, and those past their time limit. */
final class Endings {

    private final TenantTransactions transactions;
    private final JdbcClient sql;
    private final JobChanges changes;
    private final AuditLog audit;
    private final Placements placements;
    private final Timing timing;

    Endings(
            TenantTransactions transactions,
            JdbcClient sql,
            JobChanges changes,
            AuditLog audit,
            Placements placements,
            Timing timing) {
        this.transactions = transactions;
        this.sql = sql;
        this.changes = changes;
        this.audit = audit;
        this.placements = placements;
        this.timing = timing;
    }

    private record Due(TenantId tenant, UUID job, int attempt) {}

    void turn() {
        due("cancel_requested_at < now() - make_interval(secs => ?)", timing.cancel())
                .forEach(this::cancel);
        due("a.started_at < now() - make_interval(secs => limit_seconds + ?)", timing.overtime())
                .forEach(this::timeOut);
    }

    private List<Due> due(String condition, Duration patience) {
        return transactions.platform(() -> sql.sql("""
                        SELECT j.tenant_id, j.id, j.attempt FROM job j
                        JOIN job_attempt a ON a.job_id = j.id AND a.number = j.attempt
                        WHERE j.state IN ('ADMITTED', 'STARTING', 'RUNNING') AND """ + " " + condition)
                .param(patience.toMillis() / 1000.0)
                .query((row, n) -> new Due(
                        new TenantId(row.getString("tenant_id")),
                        row.getObject("id", UUID.class),
                        row.getInt("attempt")))
                .list());
    }

    private void cancel(Due due) {
        end(due, job -> {
            var words = CancelWords.of(job.cancelledBy(), job.cancelReason());
            changes.endAttempt(job, AttemptEnd.byBroker(Outcome.CANCELLED, "cancelled", words));
            changes.become(job, JobState.CANCELLED, words, "");
        });
    }

    private void timeOut(Due due) {
        end(due, job -> {
            var words = "It took longer than its time limit.";
            changes.endAttempt(job, AttemptEnd.byBroker(Outcome.FAILED, "time-limit", words));
            changes.become(job, JobState.FAILED, words, "Give it more time, more cores or less data.");
            audit.append(
                    Caller.system(due.tenant()),
                    AuditEvent.of("job.failed", "job", due.job().toString())
                            .after(Map.of("code", "time-limit"))
                            .because(words));
        });
    }

    private void end(Due due, Consumer<LockedJob> work) {
        transactions.run(due.tenant(), () -> changes.lock(due.job())
                .filter(job -> job.attempt() == due.attempt() && job.state().isActive())
                .ifPresent(work));
        placements.stop(new AttemptName(due.job() + "-" + due.attempt()));
    }
}
