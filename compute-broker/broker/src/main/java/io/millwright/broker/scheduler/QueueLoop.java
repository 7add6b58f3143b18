package io.millwright.broker.scheduler;

import io.millwright.tenancy.TenantTransactions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The broker's heart: ends what must end, claims what fits, says why the rest waits. It asks the database only, never the
 * cluster, and so never blocks; it sleeps until a notice comes, and looks by itself now and then.
 */
public final class QueueLoop implements SmartLifecycle {

    private final Claims claims;
    private final TrialClaims trials;
    private final Endings endings;
    private final Waits waits;
    private final Placements placements;
    private final ClusterWatch cluster;
    private final String backend;
    private final TenantTransactions transactions;
    private final JdbcClient sql;
    private final Timing timing;
    private final Loop loop;

    QueueLoop(
            Claims claims,
            TrialClaims trials,
            Endings endings,
            Waits waits,
            Placements placements,
            ClusterWatch cluster,
            String backend,
            TenantTransactions transactions,
            JdbcClient sql,
            Timing timing) {
        this.claims = claims;
        this.trials = trials;
        this.endings = endings;
        this.waits = waits;
        this.placements = placements;
        this.cluster = cluster;
        this.backend = backend;
        this.transactions = transactions;
        this.sql = sql;
        this.timing = timing;
        this.loop = new Loop("queue", timing.busy(), this::turn);
    }

    /** Takes a notice of {@link io.millwright.broker.internal.Channels#WORK}. */
    public void heard(String notice) {
        if (notice.startsWith("cancel ")) {
            // By then the agent has ended by itself, or is ended; the small extra makes the request old enough.
            loop.callIn(timing.cancel().plusMillis(20));
        } else {
            loop.call();
        }
    }

    /** Something may have changed. */
    public void look() {
        loop.call();
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    /** @return how long to sleep */
    private Duration turn() {
        var open = open();
        if (open.active() > 0) {
            endings.turn();
        }
        var now = cluster.snapshot();
        if (open.queued() > 0) {
            if (now.available()) {
                claim(() -> claims.next(now, backend, timing.reserve()));
            }
            waits.write(now, timing.reserve());
        }
        if (open.trials() > 0 && now.available()) {
            claim(() -> trials.next(now, backend, timing.reserve()));
            trials.giveUp(timing.room());
        }
        return open.active() + open.queued() > 0 ? timing.busy() : timing.idle();
    }

    private void claim(Supplier<Optional<Claim>> next) {
        for (var claim = next.get(); claim.isPresent(); claim = next.get()) {
            placements.place(claim.get());
            cluster.look();
        }
    }

    private record Open(int queued, int active, int trials) {}

    private Open open() {
        return transactions.platform(() -> sql.sql("""
                        SELECT count(*) FILTER (WHERE state = 'QUEUED') AS queued,
                               count(*) FILTER (WHERE state <> 'QUEUED') AS active,
                               count(*) FILTER (WHERE state = 'RUNNING' AND EXISTS (SELECT 1 FROM job_trial t
                                   WHERE t.job_id = job.id AND t.state = 'WAITING' AND t.asked = job.attempt)) AS trials
                        FROM job WHERE state IN ('QUEUED', 'ADMITTED', 'STARTING', 'RUNNING')""")
                .query((row, n) -> new Open(row.getInt("queued"), row.getInt("active"), row.getInt("trials")))
                .single());
    }
}
