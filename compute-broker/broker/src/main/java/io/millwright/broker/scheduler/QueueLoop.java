package io.millwright.broker.scheduler;

import io.millwright.tenancy.TenantTransactions;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The broker's heart: ends what must end, claims what fits, says why the rest waits. It asks the database only, never the
 * cluster, and so never blocks; it sleeps until a notice comes, and looks by itself now and then.
 */
public final class QueueLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(QueueLoop.class);

    private final Claims claims;
    private final Endings endings;
    private final Waits waits;
    private final Placements placements;
    private final ClusterWatch cluster;
    private final String backend;
    private final TenantTransactions transactions;
    private final JdbcClient sql;
    private final Timing timing;
    private final Wake wake = new Wake();
    private volatile boolean running;

    QueueLoop(
            Claims claims,
            Endings endings,
            Waits waits,
            Placements placements,
            ClusterWatch cluster,
            String backend,
            TenantTransactions transactions,
            JdbcClient sql,
            Timing timing) {
        this.claims = claims;
        this.endings = endings;
        this.waits = waits;
        this.placements = placements;
        this.cluster = cluster;
        this.backend = backend;
        this.transactions = transactions;
        this.sql = sql;
        this.timing = timing;
    }

    /** Takes a notice of {@link io.millwright.broker.internal.Channels#WORK}. */
    public void heard(String notice) {
        if (notice.startsWith("cancel ")) {
            // By then the agent has ended by itself, or is ended; the small extra makes the request old enough.
            wake.callIn(timing.cancel().plusMillis(20));
        } else {
            wake.call();
        }
    }

    /** Something may have changed. */
    public void look() {
        wake.call();
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("queue-loop").start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        wake.call();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop() {
        while (running) {
            var pause = timing.busy();
            try {
                pause = turn();
            } catch (RuntimeException databaseAway) {
                LOG.atWarn().addKeyValue("cause", databaseAway.toString()).log("The queue could not be worked on");
            }
            try {
                wake.sleep(pause);
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    /** @return how long to sleep */
    private Duration turn() {
        var open = open();
        if (open.active() > 0) {
            endings.turn();
        }
        if (open.queued() > 0) {
            var now = cluster.snapshot();
            if (now.available()) {
                claim(now);
            }
            waits.write(now, timing.reserve());
        }
        return open.active() + open.queued() > 0 ? timing.busy() : timing.idle();
    }

    private void claim(ClusterSnapshot now) {
        for (var claim = claims.next(now, backend, timing.reserve());
                claim.isPresent();
                claim = claims.next(now, backend, timing.reserve())) {
            placements.place(claim.get());
            cluster.look();
        }
    }

    private record Open(int queued, int active) {}

    private Open open() {
        return transactions.platform(() -> sql.sql("""
                        SELECT count(*) FILTER (WHERE state = 'QUEUED') AS queued,
                               count(*) FILTER (WHERE state <> 'QUEUED') AS active
                        FROM job WHERE state IN ('QUEUED', 'ADMITTED', 'STARTING', 'RUNNING')""")
                .query((row, n) -> new Open(row.getInt("queued"), row.getInt("active")))
                .single());
    }
}
