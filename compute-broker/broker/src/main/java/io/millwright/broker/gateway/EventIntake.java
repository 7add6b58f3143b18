package io.millwright.broker.gateway;

import io.millwright.broker.internal.Channels;
import io.millwright.broker.internal.JobChanges;
import io.millwright.broker.internal.LockedJob;
import io.millwright.broker.internal.TrialChanges;
import io.millwright.tenancy.TenantTransactions;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes what agents report: stores it, notes that the agent lives, and answers whether it should go on. */
final class EventIntake {

    /** Events of one job that are kept; what comes after is counted but not stored. */
    static final long MAX_EVENTS = 200_000;

    private static final int MAX_TEXT = 8_000;
    private static final int MAX_NAME = 200;

    private final TenantTransactions transactions;
    private final JdbcClient sql;
    private final JdbcTemplate batches;
    private final JobChanges changes;
    private final TrialChanges trials;
    private final Channels channels;

    EventIntake(
            TenantTransactions transactions,
            JdbcClient sql,
            JdbcTemplate batches,
            JobChanges changes,
            TrialChanges trials,
            Channels channels) {
        this.transactions = transactions;
        this.sql = sql;
        this.batches = batches;
        this.changes = changes;
        this.trials = trials;
        this.channels = channels;
    }

    /**
     * Takes a batch; an empty one is a heartbeat. Lines that came before are ignored.
     *
     * @return {@code continue} or {@code cancel}
     * @throws Refusal 409 when the attempt is no longer current, 400 when a line is malformed
     */
    String take(AttemptFacts attempt, String body) {
        var lines = body.lines()
                .filter(line -> !line.isEmpty())
                .map(EventLine::parse)
                .toList();
        if (attempt.trial() != null) {
            return takeOfTrial(attempt, attempt.trial(), lines);
        }
        return transactions.call(attempt.tenant(), () -> {
            var job = changes.lock(attempt.job())
                    .filter(locked -> locked.attempt() == attempt.number()
                            && locked.state().isActive())
                    .orElseThrow(Refusal::fenced);
            var running = changes.running(job);
            long last = seen(attempt, lines);
            var fresh = lines.stream().filter(line -> line.seq() > last).toList();
            if (!fresh.isEmpty()) {
                store(running, fresh);
                channels.news(attempt.tenant().value(), attempt.job(), false);
            }
            return running.cancelRequested() ? "cancel" : "continue";
        });
    }

    /** Of a trial only what it logs is kept, among the lines of its training. */
    private String takeOfTrial(AttemptFacts attempt, AttemptFacts.Trial trial, List<EventLine> lines) {
        return transactions.call(attempt.tenant(), () -> {
            var job = changes.lock(attempt.job())
                    .filter(locked -> trials.heard(locked, attempt.number()))
                    .orElseThrow(Refusal::fenced);
            long last = seen(attempt, lines);
            var logged = lines.stream()
                    .filter(line -> line.seq() > last && line.type() == EventLine.Type.LOG)
                    .map(line -> line.of("Trial " + trial.number()))
                    .toList();
            if (!logged.isEmpty()) {
                store(job, logged);
                channels.news(attempt.tenant().value(), attempt.job(), false);
            }
            return job.cancelRequested() ? "cancel" : "continue";
        });
    }

    /** @return the last sequence number that was taken before this batch */
    private long seen(AttemptFacts attempt, List<EventLine> lines) {
        long highest = lines.stream().mapToLong(EventLine::seq).max().orElse(0);
        long last = sql.sql("SELECT last_seq FROM job_attempt WHERE job_id = ? AND number = ?")
                .param(attempt.job())
                .param(attempt.number())
                .query(Long.class)
                .single();
        sql.sql("UPDATE job_attempt SET seen_at = now(), last_seq = ? WHERE job_id = ? AND number = ?")
                .param(Math.max(last, highest))
                .param(attempt.job())
                .param(attempt.number())
                .update();
        return last;
    }

    private void store(LockedJob job, List<EventLine> lines) {
        var kept = keep(lines);
        var progress = kept.stream()
                .filter(line -> line.type() == EventLine.Type.PROGRESS)
                .findFirst()
                .orElse(null);
        long end = sql.sql("""
                        UPDATE job SET last_event = last_event + :count,
                            progress = greatest(progress, coalesce(:progress::float8, progress)),
                            activity = coalesce(:activity, activity)
                        WHERE id = :id RETURNING last_event""")
                .param("count", kept.size())
                .param("progress", progress == null ? null : fraction(progress))
                .param("activity", progress == null ? null : text(progress.fields()[1], MAX_NAME))
                .param("id", job.id())
                .query(Long.class)
                .single();
        if (end > MAX_EVENTS) {
            return;
        }
        var rows = new ArrayList<Object[]>();
        long seq = end - kept.size();
        for (var line : kept) {
            rows.add(row(job, ++seq, line));
        }
        batches.batchUpdate("""
                INSERT INTO job_event (job_id, seq, tenant_id, attempt, at, type, text, name, step, value)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    /** Of several steps of progress in a batch only the last is worth keeping; points that are no numbers are not. */
    private static List<EventLine> keep(List<EventLine> lines) {
        var kept = new ArrayList<EventLine>();
        boolean progressed = false;
        for (var line : lines.reversed()) {
            boolean wanted =
                    switch (line.type()) {
                        case PROGRESS -> !progressed && Double.isFinite(number(line.fields()[0]));
                        case METRIC -> Double.isFinite(number(line.fields()[2]));
                        case PHASE, LOG -> true;
                    };
            progressed |= line.type() == EventLine.Type.PROGRESS;
            if (wanted) {
                kept.add(line);
            }
        }
        return kept.reversed();
    }

    private static @Nullable Object[] row(LockedJob job, long seq, EventLine line) {
        var fields = line.fields();
        return switch (line.type()) {
            case PHASE, LOG -> row(job, seq, line, text(fields[0], MAX_TEXT), null, null, null);
            case PROGRESS -> row(job, seq, line, text(fields[1], MAX_NAME), null, null, fraction(line));
            case METRIC ->
                row(job, seq, line, "", text(fields[0], MAX_NAME), (long) number(fields[1]), number(fields[2]));
        };
    }

    private static @Nullable Object[] row(
            LockedJob job,
            long seq,
            EventLine line,
            String text,
            @Nullable String name,
            @Nullable Long step,
            @Nullable Double value) {
        return new @Nullable Object[] {
            job.id(),
            seq,
            job.tenant().value(),
            job.attempt(),
            Timestamp.from(line.at()),
            line.type().name(),
            text,
            name,
            step,
            value
        };
    }

    private static double fraction(EventLine line) {
        return Math.clamp(number(line.fields()[0]), 0, 1);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notOne) {
            throw Refusal.malformed("This is not a number: " + text.substring(0, Math.min(40, text.length())));
        }
    }

    private static String text(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + " …";
    }
}
