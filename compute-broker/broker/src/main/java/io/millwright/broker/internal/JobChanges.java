package io.millwright.broker.internal;

import io.millwright.broker.JobKind;
import io.millwright.broker.JobResult;
import io.millwright.broker.JobState;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.TenantId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The only place that changes a job's state. Every method runs inside a transaction of the job's tenant; rows are locked
 * job first, attempt second.
 */
public final class JobChanges {

    private final JdbcClient sql;
    private final Channels channels;

    public JobChanges(JdbcClient sql, Channels channels) {
        this.sql = sql;
        this.channels = channels;
    }

    /** Locks a job's row; empty when there is none. */
    public Optional<LockedJob> lock(UUID id) {
        return sql.sql("""
                        SELECT id, tenant_id, kind, project_name, state, attempt, failures,
                               cancel_requested_at IS NOT NULL AS cancel, coalesce(cancelled_by, '') AS cancelled_by,
                               coalesce(cancel_reason, '') AS cancel_reason
                        FROM job WHERE id = ? FOR UPDATE""")
                .param(id)
                .query((row, n) -> new LockedJob(
                        row.getObject("id", UUID.class),
                        new TenantId(row.getString("tenant_id")),
                        JobKind.valueOf(row.getString("kind")),
                        row.getString("project_name"),
                        JobState.valueOf(row.getString("state")),
                        row.getInt("attempt"),
                        row.getInt("failures"),
                        row.getBoolean("cancel"),
                        row.getString("cancelled_by"),
                        row.getString("cancel_reason")))
                .optional();
    }

    /**
     * Moves a job to a state and tells of it.
     *
     * @param reason why, in words; may be empty
     * @param remedy what a person can do about it; may be empty
     * @throws MillwrightException INTERNAL when the table of transitions does not allow it
     */
    public void become(LockedJob job, JobState to, String reason, String remedy) {
        if (!job.state().mayBecome(to)) {
            throw MillwrightException.internal(
                    "job-transition", "A job cannot go from %s to %s.".formatted(job.state(), to), null);
        }
        sql.sql("""
                        UPDATE job SET state = :state, reason = :reason, remedy = :remedy,
                            started_at = CASE WHEN :state = 'RUNNING' THEN coalesce(started_at, now()) ELSE started_at END,
                            finished_at = CASE WHEN :final THEN now() END,
                            progress = CASE :state WHEN 'SUCCEEDED' THEN 1 WHEN 'QUEUED' THEN 0 ELSE progress END,
                            activity = CASE WHEN :state IN ('QUEUED', 'SUCCEEDED') THEN '' ELSE activity END,
                            queue_place = 0, queue_size = 0, wait_reason = '', wait_remedy = ''
                        WHERE id = :id""")
                .param("state", to.name())
                .param("reason", reason)
                .param("remedy", remedy)
                .param("final", to.isFinal())
                .param("id", job.id())
                .update();
        if (to.isFinal()) {
            TrialChanges.close(sql, job.id());
        }
        announce(job.id(), job.tenant(), job.attempt(), to, reason);
    }

    /** Moves a running job to SUCCEEDED with what it made. */
    public void succeed(LockedJob job, JobResult result) {
        var model = result.model();
        var dataset = result.dataset();
        sql.sql("""
                        UPDATE job SET state = 'SUCCEEDED', reason = '', remedy = '', finished_at = now(), progress = 1,
                            activity = '', result_model_id = ?, result_model_version = ?, result_dataset_id = ?,
                            result_dataset_version = ?
                        WHERE id = ?""")
                .param(model == null ? null : model.id())
                .param(model == null ? null : model.version())
                .param(dataset == null ? null : dataset.id())
                .param(dataset == null ? null : dataset.version())
                .param(job.id())
                .update();
        TrialChanges.close(sql, job.id());
        announce(job.id(), job.tenant(), job.attempt(), JobState.SUCCEEDED, "");
    }

    /** Keeps what an inspection understood, before it succeeds. */
    public void understand(LockedJob job, String json) {
        sql.sql("INSERT INTO job_understanding (job_id, tenant_id, json) VALUES (?, ?, ?)")
                .param(job.id())
                .param(job.tenant().value())
                .param(json)
                .update();
    }

    /** Keeps what a template says about the rows it scored, before the scoring succeeds. */
    public void report(LockedJob job, String json) {
        sql.sql("INSERT INTO job_report (job_id, tenant_id, json) VALUES (?, ?, ?)")
                .param(job.id())
                .param(job.tenant().value())
                .param(json)
                .update();
    }

    /** Brings a job whose agent was heard of to RUNNING, from wherever the placing had got to. */
    public LockedJob running(LockedJob job) {
        var now = job;
        if (now.state() == JobState.ADMITTED) {
            become(now, JobState.STARTING, "", "");
            now = now.in(JobState.STARTING);
        }
        if (now.state() == JobState.STARTING) {
            become(now, JobState.RUNNING, "", "");
            sql.sql(
                            "UPDATE job_attempt SET started_at = now(), placed_at = coalesce(placed_at, now()) WHERE job_id = ? AND number = ?")
                    .param(job.id())
                    .param(job.attempt())
                    .update();
            now = now.in(JobState.RUNNING);
        }
        return now;
    }

    /** Writes the event of a state that was just reached, and tells portals and brokers. */
    public void announce(UUID job, TenantId tenant, int attempt, JobState state, String reason) {
        sql.sql("""
                        WITH counted AS (UPDATE job SET last_event = last_event + 1 WHERE id = :job RETURNING last_event)
                        INSERT INTO job_event (job_id, seq, tenant_id, attempt, at, type, name, text)
                        SELECT :job, last_event, :tenant, :attempt, now(), 'STATE', :state, left(:reason, 8192) FROM counted""")
                .param("job", job)
                .param("tenant", tenant.value())
                .param("attempt", attempt)
                .param("state", state.name())
                .param("reason", reason)
                .update();
        channels.news(tenant.value(), job, true);
        if (state == JobState.QUEUED || state.isFinal()) {
            channels.queueChanged();
        }
    }

    /** Ends the current attempt, if it has not ended, and the trials that it asked for. */
    public void endAttempt(LockedJob job, AttemptEnd end) {
        TrialChanges.endWith(sql, job.id());
        sql.sql("""
                        UPDATE job_attempt SET outcome = :outcome, code = :code, reason = :reason, ended_at = now(),
                            sandbox = CASE WHEN :sandbox = '' THEN sandbox ELSE :sandbox END,
                            peak_memory_bytes = greatest(peak_memory_bytes, :peak),
                            result_digest = CASE WHEN :digest = '' THEN NULL ELSE decode(:digest, 'hex') END
                        WHERE job_id = :job AND number = :number AND outcome = 'ACTIVE'""")
                .param("outcome", end.outcome().name())
                .param("code", end.code())
                .param("reason", end.reason())
                .param("sandbox", end.sandbox())
                .param("peak", end.peakMemoryBytes())
                .param("digest", end.resultDigest())
                .param("job", job.id())
                .param("number", job.attempt())
                .update();
    }
}
