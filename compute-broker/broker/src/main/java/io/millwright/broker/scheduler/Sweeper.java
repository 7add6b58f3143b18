package io.millwright.broker.scheduler;

import io.millwright.broker.internal.Checkpoints;
import io.millwright.broker.internal.Outputs;
import io.millwright.governance.datasets.DatasetObjects;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.TenantTransactions;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Removes what attempts and jobs leave behind when they end: files that nothing else needs, and checkpoints. On a thread of its own,
 * because an object store may be slow.
 */
public final class Sweeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final TenantTransactions transactions;
    private final Checkpoints checkpoints;
    private final Outputs outputs;
    private final ObjectStore objects;
    private final DatasetObjects shared;
    private final Duration pause;
    private final Loop loop;

    Sweeper(
            TenantTransactions transactions,
            Checkpoints checkpoints,
            Outputs outputs,
            ObjectStore objects,
            DatasetObjects shared,
            Duration pause) {
        this.transactions = transactions;
        this.checkpoints = checkpoints;
        this.outputs = outputs;
        this.objects = objects;
        this.shared = shared;
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
        sweepCheckpoints();
        sweepOutputs();
        return pause;
    }

    /** What an attempt made is a model's or a dataset's now, or nobody's. */
    private void sweepOutputs() {
        for (var ended : transactions.platform(outputs::ended)) {
            try {
                transactions.run(ended.tenant(), () -> shared.release(ended.tenant(), outputs.remove(ended)));
            } catch (MillwrightException unreachable) {
                LOG.atWarn()
                        .addKeyValue("job", ended.job())
                        .addKeyValue("cause", unreachable.toString())
                        .log("Files of an attempt could not be removed; it is tried again");
            }
        }
    }

    private void sweepCheckpoints() {
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
    }
}
