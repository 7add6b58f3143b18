package io.millwright.broker.gateway;

import io.millwright.broker.JobAttempt.Outcome;
import io.millwright.broker.JobState;
import io.millwright.broker.internal.AttemptEnd;
import io.millwright.broker.internal.CancelWords;
import io.millwright.broker.internal.JobChanges;
import io.millwright.broker.internal.LockedJob;
import io.millwright.broker.internal.LostAttempts;
import io.millwright.broker.internal.TrialChanges;
import io.millwright.governance.audit.AuditEvent;
import io.millwright.governance.audit.AuditLog;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.TenantTransactions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes an attempt's end and makes it the job's, in one transaction with all that it brings. */
final class ResultIntake {

    private static final Logger LOG = LoggerFactory.getLogger(ResultIntake.class);
    private static final int NAME_OF_FAILURE = 200;

    /** Refusals of a result that stay the same however often its agent says it. */
    private static final Set<MillwrightException.Kind> ENDS =
            Set.of(MillwrightException.Kind.USER, MillwrightException.Kind.RESOURCES);

    private final TenantTransactions transactions;
    private final JobChanges changes;
    private final TrialChanges trials;
    private final LostAttempts lost;
    private final Outcomes outcomes;
    private final AuditLog audit;
    private final ConcurrentHashMap<String, ReentrantLock> underWay = new ConcurrentHashMap<>();

    ResultIntake(
            TenantTransactions transactions,
            JobChanges changes,
            TrialChanges trials,
            LostAttempts lost,
            Outcomes outcomes,
            AuditLog audit) {
        this.transactions = transactions;
        this.changes = changes;
        this.trials = trials;
        this.lost = lost;
        this.outcomes = outcomes;
        this.audit = audit;
    }

    /** Looks the attempt up again, once it is this call's turn. */
    interface Lookup {
        AttemptGate.Entry look();
    }

    /**
     * Commits. An agent that did not hear the answer says it again: the same message to an ended attempt is taken as done.
     *
     * @return false when the attempt had ended otherwise
     */
    boolean take(String attempt, Lookup lookup, ResultMessage message) {
        var lock = underWay.computeIfAbsent(attempt, name -> new ReentrantLock());
        lock.lock();
        try {
            var entry = lookup.look();
            if (!entry.current()) {
                return isRepeated(entry.resultDigest(), message);
            }
            end(entry.facts(), message);
            return true;
        } finally {
            lock.unlock();
            underWay.remove(attempt, lock);
        }
    }

    private static boolean isRepeated(byte @Nullable [] earlier, ResultMessage message) {
        return earlier != null && Arrays.equals(earlier, HexFormat.of().parseHex(message.digest()));
    }

    private void end(AttemptFacts attempt, ResultMessage message) {
        if (attempt.trial() != null) {
            endTrial(attempt, message);
            return;
        }
        switch (message.outcome()) {
            case SUCCEEDED -> succeed(attempt, message);
            case CANCELLED -> withJob(attempt, job -> cancelled(attempt, job, message));
            case FAILED -> {
                if (message.kind() == ResultMessage.Kind.AGENT) {
                    withJob(attempt, job -> lost.lost(job, endOf(message, Outcome.LOST, message.why())));
                } else {
                    withJob(
                            attempt,
                            job -> failed(attempt, job, message, message.code(), message.why(), message.remedy()));
                }
            }
        }
    }

    /** A trial ends alone, whatever became of it; its training goes on. */
    private void endTrial(AttemptFacts attempt, ResultMessage message) {
        transactions.run(attempt.caller(), () -> {
            var job = changes.lock(attempt.job())
                    .filter(locked -> locked.state().isActive())
                    .orElseThrow(Refusal::fenced);
            int number = attempt.number();
            switch (message.outcome()) {
                case SUCCEEDED -> {
                    if (Double.isFinite(message.objective())) {
                        trials.done(
                                job,
                                number,
                                endOf(message, Outcome.SUCCEEDED, ""),
                                message.objective(),
                                message.figures());
                    } else {
                        trials.failed(
                                job, number, endOf(message, Outcome.FAILED, "It ended without telling its objective."));
                    }
                }
                case CANCELLED ->
                    trials.lost(job, number, endOf(message, Outcome.LOST, "The agent was stopped from outside."));
                case FAILED -> {
                    if (message.kind() == ResultMessage.Kind.AGENT) {
                        trials.lost(job, number, endOf(message, Outcome.LOST, message.why()));
                    } else {
                        trials.failed(job, number, endOf(message, Outcome.FAILED, message.why()));
                    }
                }
            }
        });
    }

    private void succeed(AttemptFacts attempt, ResultMessage message) {
        Outcomes.Prepared prepared;
        try {
            prepared = outcomes.prepare(attempt, message);
        } catch (BadOutput bad) {
            invalid(attempt, message, bad);
            return;
        } catch (MillwrightException refused) {
            if (!ENDS.contains(refused.kind())) {
                throw refused;
            }
            var why = "The template's result cannot be used: " + refused.sentence();
            withJob(attempt, job -> failed(attempt, job, message, refused.code(), why, refused.remedy()));
            return;
        }
        try {
            withJob(attempt, job -> commit(attempt, job, message, prepared));
        } catch (BadOutput bad) {
            invalid(attempt, message, bad);
        }
    }

    private void commit(AttemptFacts attempt, LockedJob job, ResultMessage message, Outcomes.Prepared prepared) {
        if (job.cancelRequested()) {
            cancelled(attempt, job, message);
            return;
        }
        var running = changes.running(job);
        var result = outcomes.register(attempt, running, prepared);
        changes.endAttempt(running, endOf(message, Outcome.SUCCEEDED, ""));
        changes.succeed(running, result);
        record(attempt, "job.succeeded", Map.of("attempt", attempt.number()), "");
    }

    private void invalid(AttemptFacts attempt, ResultMessage message, BadOutput bad) {
        LOG.atWarn()
                .setCause(bad.getCause())
                .addKeyValue("job", attempt.job())
                .addKeyValue("attempt", attempt.number())
                .addKeyValue("why", bad.getMessage())
                .log("A result cannot be used");
        var why = "The template's result cannot be used: " + bad.getMessage() + ".";
        var remedy = "Tell the template's author; the log has the details.";
        withJob(attempt, job -> failed(attempt, job, message, "result-invalid", why, remedy));
    }

    private void failed(
            AttemptFacts attempt, LockedJob job, ResultMessage message, String code, String why, String remedy) {
        if (job.cancelRequested()) {
            cancelled(attempt, job, message);
            return;
        }
        var words = why.isBlank() ? message.why() : why;
        changes.endAttempt(
                job,
                new AttemptEnd(
                        Outcome.FAILED,
                        code.substring(0, Math.min(code.length(), NAME_OF_FAILURE)),
                        words,
                        message.sandbox(),
                        message.peakMemoryBytes(),
                        message.digest()));
        changes.become(job, JobState.FAILED, words, remedy);
        record(attempt, "job.failed", Map.of("attempt", attempt.number(), "code", code), words);
    }

    private void cancelled(AttemptFacts attempt, LockedJob job, ResultMessage message) {
        if (!job.cancelRequested()) {
            // Nobody asked for it here: something stopped the agent, e.g. a node that shuts down.
            lost.lost(job, endOf(message, Outcome.LOST, "The agent was stopped from outside."));
            return;
        }
        var words = CancelWords.of(job.cancelledBy(), job.cancelReason());
        changes.endAttempt(job, endOf(message, Outcome.CANCELLED, words));
        changes.become(job, JobState.CANCELLED, words, "");
    }

    private static AttemptEnd endOf(ResultMessage message, Outcome outcome, String reason) {
        return new AttemptEnd(
                outcome, message.code(), reason, message.sandbox(), message.peakMemoryBytes(), message.digest());
    }

    private void withJob(AttemptFacts attempt, Consumer<LockedJob> work) {
        transactions.run(attempt.caller(), () -> {
            var job = changes.lock(attempt.job())
                    .filter(locked -> locked.attempt() == attempt.number()
                            && locked.state().isActive())
                    .orElseThrow(Refusal::fenced);
            work.accept(job);
        });
    }

    private void record(AttemptFacts attempt, String action, Map<String, Object> after, String why) {
        audit.append(
                attempt.caller(),
                AuditEvent.of(action, "job", attempt.job().toString())
                        .after(after)
                        .because(why));
    }
}
