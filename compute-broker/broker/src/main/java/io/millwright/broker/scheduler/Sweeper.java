package io.millwright.broker.scheduler;

import io.millwright.broker.internal.Checkpoints;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.TenantTransactions;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Removes what ended jobs leave behind: their checkpoints. On a thread of its own, because an object store may be slow. */
public final class Sweeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final TenantTransactions transactions;
    private final Checkpoints checkpoints;
    private final ObjectStore objects;
    private final Duration pause;
    private final Loop loop;

    Sweeper(TenantTransactions transactions, Checkpoints checkpoints, ObjectStore objects, Duration pause) {
        this.transactions = transactions;
        this.checkpoints = checkpoints;
        this.objects = objects;
        this.pause = pause;
        this.loop = new Loop("sweeper", pause, this::turn);
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

    private Duration turn() {
        for (var ended : transactions.platform(checkpoints::ended)) {
            try {
                // the bytes first: a row that outlives them is found again
                objects.delete(ended.tenant(), ended.object());
                transactions.run(ended.tenant(), () -> checkpoints.remove(ended.job()));
            } catch (IOException unreachable) {
                LOG.atWarn()
                        .addKeyValue("job", ended.job())
                        .addKeyValue("cause", unreachable.toString())
                        .log("A checkpoint could not be removed; it is tried again");
            }
        }
        return pause;
    }
}
