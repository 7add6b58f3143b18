package io.millwright.broker.gateway;

import io.millwright.tenancy.TenantTransactions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps an attempt from being taken for lost while the gateway itself is busy with it and its agent waits. */
final class Liveness {

    private static final Logger LOG = LoggerFactory.getLogger(Liveness.class);

    private final TenantTransactions transactions;
    private final JdbcClient sql;
    private final Duration every;

    Liveness(TenantTransactions transactions, JdbcClient sql, Duration every) {
        this.transactions = transactions;
        this.sql = sql;
        this.every = every;
    }

    /** Ends when closed. */
    interface Kept extends AutoCloseable {
        @Override
        void close();
    }

    Kept keep(AttemptFacts attempt) {
        var end = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            try {
                while (!end.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                    touch(attempt);
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        return end::countDown;
    }

    /** Notes that the agent was heard of. */
    void touch(AttemptFacts attempt) {
        try {
            transactions.run(attempt.tenant(), () -> {
                var unused = sql.sql(
                                "UPDATE job_attempt SET seen_at = now() WHERE job_id = ? AND number = ? AND outcome = 'ACTIVE'")
                        .param(attempt.job())
                        .param(attempt.number())
                        .update();
            });
        } catch (RuntimeException databaseAway) {
            LOG.atWarn()
                    .addKeyValue("job", attempt.job())
                    .addKeyValue("cause", databaseAway.toString())
                    .log("An attempt's sign of life could not be written");
        }
    }
}
