package io.millwright.broker.internal;

import io.millwright.broker.JobAttempt.Outcome;
import io.millwright.broker.JobTrial;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The only place that changes trials and ends their attempts, but for {@link JobChanges}, which ends all of them with their
 * training. Every method runs inside a transaction of the job's tenant, with the job's row locked.
 */
public final class TrialChanges {

    /** Attempts of a trial that may be lost before it is. */
    public static final int MAX_LOSSES = 2;

    private final JdbcClient sql;
    private final Channels channels;
    private final Duration pause;

    /** @param pause before a trial is placed again */
    public TrialChanges(JdbcClient sql, Channels channels, Duration pause) {
        this.sql = sql;
        this.channels = channels;
        this.pause = pause;
    }

    /** A trial that a training asks for. */
    public record Asked(int number, Map<String, String> parameters, double budget) {}

    /**
     * Notes what the current attempt asks for. What an earlier one has asked for in the same words keeps its result.
     *
     * @throws IllegalArgumentException when a running trial is asked for in other words
     */
    public void ask(LockedJob job, List<Asked> trials) {
        for (var trial : trials) {
            int rows = sql.sql("""
                            INSERT INTO job_trial AS t (job_id, number, tenant_id, parameters, budget, asked)
                            VALUES (:job, :number, :tenant, :parameters::jsonb, :budget, :asked)
                            ON CONFLICT (job_id, number) DO UPDATE SET asked = excluded.asked, asked_at = now()
                            WHERE t.parameters = excluded.parameters AND t.budget = excluded.budget""")
                    .param("job", job.id())
                    .param("number", trial.number())
                    .param("tenant", job.tenant().value())
                    .param("parameters", JobJson.options(trial.parameters()))
                    .param("budget", trial.budget())
                    .param("asked", job.attempt())
                    .update();
            if (rows == 0) {
                askOtherwise(job, trial);
            }
        }
        tell(job);
    }

    private void askOtherwise(LockedJob job, Asked trial) {
        int rows = sql.sql("""
                        UPDATE job_trial SET parameters = :parameters::jsonb, budget = :budget, asked = :asked,
                            state = 'WAITING', losses = 0, objective = NULL, figures = '{}', seconds = 0, reason = '',
                            asked_at = now(), not_before = now(), ended_at = NULL
                        WHERE job_id = :job AND number = :number AND state <> 'RUNNING'""")
                .param("parameters", JobJson.options(trial.parameters()))
                .param("budget", trial.budget())
                .param("asked", job.attempt())
                .param("job", job.id())
                .param("number", trial.number())
                .update();
        if (rows == 0) {
            throw new IllegalArgumentException("trial %d runs with other parameters".formatted(trial.number()));
        }
    }

    /** What the current attempt asked for and has ended. */
    public List<JobTrial> ended(LockedJob job) {
        return sql.sql(TrialRows.SELECT
                        + " WHERE t.job_id = ? AND t.asked = ? AND t.ended_at IS NOT NULL ORDER BY t.number")
                .param(job.id())
                .param(job.attempt())
                .query((row, n) -> TrialRows.trial(row))
                .list();
    }

    /** Whether the attempt is still wanted; then it was heard of. */
    public boolean heard(LockedJob job, int attempt) {
        return sql.sql("""
                        UPDATE job_attempt SET seen_at = now(), started_at = coalesce(started_at, now()),
                            placed_at = coalesce(placed_at, now())
                        WHERE job_id = ? AND number = ? AND outcome = 'ACTIVE'""").param(job.id()).param(attempt).update() == 1;
    }

    public void done(LockedJob job, int attempt, AttemptEnd end, double objective, Map<String, Double> figures) {
        if (endAttempt(job, attempt, end)) {
            sql.sql("""
                            UPDATE job_trial t SET state = 'DONE', objective = :objective, figures = :figures::jsonb,
                                seconds = coalesce(extract(epoch FROM now() - a.started_at), 0), ended_at = now()
                            FROM job_attempt a WHERE a.job_id = :job AND a.number = :attempt
                                AND t.job_id = a.job_id AND t.number = a.trial""")
                    .param("objective", objective)
                    .param("figures", JobJson.figures(figures))
                    .param("job", job.id())
                    .param("attempt", attempt)
                    .update();
            tell(job);
        }
    }

    /** It failed in a way that trying again would not mend. */
    public void failed(LockedJob job, int attempt, AttemptEnd end) {
        if (endAttempt(job, attempt, end)) {
            lose(job, attempt, end.reason());
            tell(job);
        }
    }

    /** Agent or node were lost: it is tried once more. */
    public void lost(LockedJob job, int attempt, AttemptEnd end) {
        if (endAttempt(job, attempt, end)) {
            int losses = again(job, attempt, 1);
            if (losses >= MAX_LOSSES) {
                lose(job, attempt, "Tried %d times in vain. The last time: %s".formatted(losses, end.reason()));
            }
            tell(job);
        }
    }

    /** The cluster did not take it: it is tried again. */
    public void notTaken(LockedJob job, int attempt, String reason) {
        if (endAttempt(job, attempt, AttemptEnd.byBroker(Outcome.LOST, "not-placed", reason))) {
            again(job, attempt, 0);
            tell(job);
        }
    }

    private int again(LockedJob job, int attempt, int losses) {
        return sql.sql("""
                        UPDATE job_trial t SET state = 'WAITING', losses = losses + :losses,
                            not_before = now() + make_interval(secs => :pause)
                        FROM job_attempt a WHERE a.job_id = :job AND a.number = :attempt
                            AND t.job_id = a.job_id AND t.number = a.trial RETURNING losses""")
                .param("losses", losses)
                .param("pause", pause.toMillis() / 1000.0)
                .param("job", job.id())
                .param("attempt", attempt)
                .query(Integer.class)
                .single();
    }

    private void lose(LockedJob job, int attempt, String reason) {
        sql.sql("""
                        UPDATE job_trial t SET state = 'LOST', reason = :reason, ended_at = now(),
                            seconds = coalesce(extract(epoch FROM now() - a.started_at), 0)
                        FROM job_attempt a WHERE a.job_id = :job AND a.number = :attempt
                            AND t.job_id = a.job_id AND t.number = a.trial""")
                .param("reason", reason)
                .param("job", job.id())
                .param("attempt", attempt)
                .update();
    }

    /** Whether it had not ended before. */
    private boolean endAttempt(LockedJob job, int attempt, AttemptEnd end) {
        return sql.sql("""
                        UPDATE job_attempt SET outcome = :outcome, code = :code, reason = :reason, ended_at = now(),
                            sandbox = :sandbox, peak_memory_bytes = :peak,
                            result_digest = CASE WHEN :digest = '' THEN NULL ELSE decode(:digest, 'hex') END
                        WHERE job_id = :job AND number = :number AND outcome = 'ACTIVE'""")
                        .param("outcome", end.outcome().name())
                        .param("code", end.code())
                        .param("reason", end.reason())
                        .param("sandbox", end.sandbox())
                        .param("peak", end.peakMemoryBytes())
                        .param("digest", end.resultDigest())
                        .param("job", job.id())
                        .param("number", attempt)
                        .update()
                == 1;
    }

    /** To pages, and to brokers: there may be a trial to place. */
    private void tell(LockedJob job) {
        channels.news(job.tenant().value(), job.id(), false);
        channels.queueChanged();
    }

    /** Ends what runs of a training whose attempt ended: the cores were its own. A later attempt may ask again. */
    static void endWith(JdbcClient sql, UUID job) {
        sql.sql("""
                        UPDATE job_attempt SET outcome = 'CANCELLED', ended_at = now(),
                            reason = 'The attempt of the training that asked for it ended.'
                        WHERE job_id = ? AND trial IS NOT NULL AND outcome = 'ACTIVE'""").param(job).update();
        sql.sql("UPDATE job_trial SET state = 'WAITING' WHERE job_id = ? AND state = 'RUNNING'")
                .param(job)
                .update();
    }

    /** Nobody will ask again. */
    static void close(JdbcClient sql, UUID job) {
        sql.sql("""
                        UPDATE job_trial SET state = 'LOST', reason = 'The job ended before it.', ended_at = now()
                        WHERE job_id = ? AND ended_at IS NULL""").param(job).update();
    }
}
