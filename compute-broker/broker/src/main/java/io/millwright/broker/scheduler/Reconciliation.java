package io.millwright.broker.scheduler;

import io.millwright.broker.JobAttempt.Outcome;
import io.millwright.broker.cluster.AgentStatus;
import io.millwright.broker.cluster.AttemptName;
import io.millwright.broker.internal.AttemptEnd;
import io.millwright.broker.internal.JobChanges;
import io.millwright.broker.internal.LostAttempts;
import io.millwright.broker.internal.TrialChanges;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares the agents that the cluster knows with the attempts in the database: finds lost attempts, and agents that no
 * attempt wants any more. A broker that was killed finds its running jobs this way, by name.
 */
final class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private static final String ACTIVE = """
            SELECT job_id, number, tenant_id, node, trial IS NOT NULL AS trial, seen_at IS NOT NULL AS seen,
                   extract(epoch FROM now() - coalesce(seen_at, placed_at, admitted_at)) AS silent
            FROM job_attempt WHERE outcome = 'ACTIVE'""";

    private final TenantTransactions transactions;
    private final JdbcClient sql;
    private final JobChanges changes;
    private final TrialChanges trials;
    private final LostAttempts lost;
    private final Placements placements;
    private final Timing timing;

    /** While no broker was there, nobody could be heard: silence counts from the start of this process. */
    private final long began = System.nanoTime();

    Reconciliation(
            TenantTransactions transactions,
            JdbcClient sql,
            JobChanges changes,
            TrialChanges trials,
            LostAttempts lost,
            Placements placements,
            Timing timing) {
        this.transactions = transactions;
        this.sql = sql;
        this.changes = changes;
        this.trials = trials;
        this.lost = lost;
        this.placements = placements;
        this.timing = timing;
    }

    private record Active(
            TenantId tenant, UUID job, int number, String node, boolean trial, boolean seen, Duration silent) {
        AttemptName name() {
            return new AttemptName(job + "-" + number);
        }
    }

    /**
     * @param agents as the cluster tells, asked before this call; empty when it could not be asked
     * @return how many attempts are active
     */
    int turn(Optional<List<AgentStatus>> agents) {
        var known = new HashMap<AttemptName, AgentStatus>();
        agents.ifPresent(list -> list.stream()
                .filter(agent -> agent.state() != AgentStatus.State.GONE)
                .forEach(agent -> known.put(agent.attempt(), agent)));
        var active = active();
        for (var attempt : active) {
            var agent = known.remove(attempt.name());
            if (agent != null && attempt.node().isEmpty() && !agent.node().isEmpty()) {
                writeNode(attempt, agent.node());
            }
            whyLost(attempt, agent, agents.isPresent()).ifPresent(why -> lose(attempt, why));
        }
        stopUnwanted(known);
        return active.size();
    }

    private Optional<String> whyLost(Active attempt, @Nullable AgentStatus agent, boolean asked) {
        var listening = Duration.ofNanos(System.nanoTime() - began);
        var silent = attempt.silent().compareTo(listening) < 0 ? attempt.silent() : listening;
        boolean gone = asked && agent == null;
        if (gone && silent.compareTo(timing.silentAndGone()) > 0) {
            return Optional.of(
                    attempt.seen()
                            ? "The agent that carried it was lost: its process or its node ended."
                            : "The agent that should carry it ended before it reported.");
        }
        boolean pending = agent != null && agent.state() == AgentStatus.State.PENDING;
        var patience = pending ? timing.pending() : attempt.seen() ? timing.silent() : timing.start();
        return silent.compareTo(patience) > 0
                ? Optional.of(
                        "The agent that carried it has not been heard of for %d seconds.".formatted(silent.toSeconds()))
                : Optional.empty();
    }

    private void lose(Active attempt, String why) {
        LOG.atWarn()
                .addKeyValue("tenant", attempt.tenant())
                .addKeyValue("job", attempt.job())
                .addKeyValue("attempt", attempt.number())
                .log("An attempt was lost");
        var end = AttemptEnd.byBroker(Outcome.LOST, "agent-lost", why);
        transactions.run(attempt.tenant(), () -> changes.lock(attempt.job())
                .filter(job -> job.state().isActive() && stillSilent(attempt))
                .ifPresent(job -> {
                    if (attempt.trial()) {
                        trials.lost(job, attempt.number(), end);
                    } else if (job.attempt() == attempt.number()) {
                        lost.lost(job, end);
                    }
                }));
        placements.stop(attempt.name());
    }

    /** It may have been heard of since the list was read. */
    private boolean stillSilent(Active attempt) {
        return sql.sql("""
                        SELECT extract(epoch FROM now() - coalesce(seen_at, placed_at, admitted_at)) >= ? FROM job_attempt
                        WHERE job_id = ? AND number = ?""")
                .param(Math.min(
                                attempt.silent().toMillis(),
                                timing.silentAndGone().toMillis())
                        / 1000.0)
                .param(attempt.job())
                .param(attempt.number())
                .query(Boolean.class)
                .single();
    }

    /** Agents whose attempt ended a while ago, or that this database never knew. Agents were listed before attempts. */
    private void stopUnwanted(Map<AttemptName, AgentStatus> others) {
        for (var name : others.keySet()) {
            if (!endedJustNow(name)) {
                LOG.atInfo().addKeyValue("attempt", name).log("An agent that nobody wants is stopped");
                placements.stop(name);
            }
        }
    }

    private boolean endedJustNow(AttemptName name) {
        return transactions.platform(() -> sql.sql("""
                        SELECT EXISTS (SELECT 1 FROM job_attempt WHERE job_id::text || '-' || number = ?
                            AND ended_at > now() - make_interval(secs => ?))""")
                .param(name.value())
                .param(timing.silentAndGone().toMillis() / 1000.0)
                .query(Boolean.class)
                .single());
    }

    private void writeNode(Active attempt, String node) {
        transactions.run(attempt.tenant(), () -> {
            var unused = sql.sql("UPDATE job_attempt SET node = ? WHERE job_id = ? AND number = ?")
                    .param(node)
                    .param(attempt.job())
                    .param(attempt.number())
                    .update();
        });
    }

    private List<Active> active() {
        return transactions.platform(() -> sql.sql(ACTIVE)
                .query((row, n) -> new Active(
                        new TenantId(row.getString("tenant_id")),
                        row.getObject("job_id", UUID.class),
                        row.getInt("number"),
                        row.getString("node"),
                        row.getBoolean("trial"),
                        row.getBoolean("seen"),
                        Duration.ofMillis((long) (row.getDouble("silent") * 1000))))
                .list());
    }
}
