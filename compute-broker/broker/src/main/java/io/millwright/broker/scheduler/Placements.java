package io.millwright.broker.scheduler;

import io.millwright.broker.JobState;
import io.millwright.broker.cluster.AgentPlacement;
import io.millwright.broker.cluster.AttemptName;
import io.millwright.broker.cluster.ClusterException;
import io.millwright.broker.internal.JobChanges;
import io.millwright.broker.internal.LockedJob;
import io.millwright.broker.internal.LostAttempts;
import io.millwright.broker.internal.TrialChanges;
import io.millwright.tenancy.TenantTransactions;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts claimed attempts on the cluster and takes ended ones off it, beside the loop that claims: a cluster may be slow. */
final class Placements implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Placements.class);

    private final ClusterConnection cluster;
    private final URI gateway;
    private final TenantTransactions transactions;
    private final JdbcClient sql;
    private final JobChanges changes;
    private final TrialChanges trials;
    private final LostAttempts lost;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Placements(
            ClusterConnection cluster,
            URI gateway,
            TenantTransactions transactions,
            JdbcClient sql,
            JobChanges changes,
            TrialChanges trials,
            LostAttempts lost) {
        this.cluster = cluster;
        this.gateway = gateway;
        this.transactions = transactions;
        this.sql = sql;
        this.changes = changes;
        this.trials = trials;
        this.lost = lost;
    }

    /** Places an attempt soon; the job is STARTING then, or QUEUED again when the cluster did not take it. */
    void place(Claim claim) {
        threads.execute(() -> {
            try {
                cluster.backend().place(placement(claim));
                started(claim);
            } catch (ClusterException refused) {
                LOG.atWarn()
                        .addKeyValue("job", claim.job())
                        .addKeyValue("cause", refused.getMessage())
                        .log("The cluster did not take an attempt");
                notTaken(claim, "The cluster did not take it: " + refused.getMessage());
            } catch (RuntimeException defect) {
                // The attempt stays ADMITTED and is found silent by the watch, which queues the job again.
                LOG.atError().addKeyValue("job", claim.job()).setCause(defect).log("Placing an attempt failed");
            }
        });
    }

    /** Ends an attempt's processes soon. */
    void stop(AttemptName attempt) {
        threads.execute(() -> {
            try {
                cluster.backend().stop(attempt);
            } catch (ClusterException | RuntimeException unreachable) {
                LOG.atWarn()
                        .addKeyValue("attempt", attempt)
                        .addKeyValue("cause", unreachable.toString())
                        .log("An attempt could not be stopped; the watch tries again");
            }
        });
    }

    private AgentPlacement placement(Claim claim) {
        return new AgentPlacement(
                claim.name(),
                URI.create(gateway + "/gateway/v1/attempts/" + claim.name()),
                claim.token(),
                claim.cpus(),
                claim.gpus(),
                claim.memoryBytes(),
                claim.beside());
    }

    private void notTaken(Claim claim, String why) {
        if (claim.beside() == null) {
            change(claim, job -> lost.notTaken(job, why));
        } else {
            transactions.run(claim.tenant(), () -> changes.lock(claim.job())
                    .ifPresent(job -> trials.notTaken(job, claim.number(), why)));
        }
    }

    private void started(Claim claim) {
        if (claim.beside() != null) {
            transactions.run(claim.tenant(), () -> {
                var unused = sql.sql(
                                "UPDATE job_attempt SET placed_at = coalesce(placed_at, now()) WHERE job_id = ? AND number = ?")
                        .param(claim.job())
                        .param(claim.number())
                        .update();
            });
            return;
        }
        change(claim, job -> {
            sql.sql("UPDATE job_attempt SET placed_at = now() WHERE job_id = ? AND number = ?")
                    .param(claim.job())
                    .param(claim.number())
                    .update();
            changes.become(job, JobState.STARTING, "", "");
        });
    }

    /** Does something to the job unless it has moved on: a quick agent reports before its placing returns. */
    private void change(Claim claim, java.util.function.Consumer<LockedJob> work) {
        transactions.run(claim.tenant(), () -> changes.lock(claim.job())
                .filter(job -> job.attempt() == claim.number() && job.state() == JobState.ADMITTED)
                .ifPresent(work));
    }

    @Override
    public void close() {
        threads.close();
    }
}
