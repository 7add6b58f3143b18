package io.millwright.broker.scheduler;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again on a thread of its own: when it is called, and now and then by itself. */
final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration LAST_TURN = Duration.ofSeconds(3);

    private final String name;
    private final Duration afterFailure;
    private final Supplier<Duration> turn;
    private final Wake wake = new Wake();
    /** Set before the thread begins: a thread that asked whether it is known yet could end before it was. */
    private volatile boolean running;

    private @Nullable Thread thread;

    /**
     * @param turn one round; tells how long to sleep after it
     * @param afterFailure how long to sleep after a round that threw: the database may be away for a moment
     */
    Loop(String name, Duration afterFailure, Supplier<Duration> turn) {
        this.name = name;
        this.afterFailure = afterFailure;
        this.turn = turn;
    }

    void call() {
        wake.call();
    }

    void callIn(Duration delay) {
        wake.callIn(delay);
    }

    boolean isRunning() {
        return running;
    }

    synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** Lets the round that is under way end, so that it does not meet a closed database. */
    synchronized void stop() {
        running = false;
        var ending = thread;
        wake.call();
        try {
            if (ending != null) {
                var unused = ending.join(LAST_TURN);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            var pause = afterFailure;
            try {
                pause = turn.get();
            } catch (RuntimeException away) {
                LOG.atWarn()
                        .addKeyValue("loop", name)
                        .addKeyValue("cause", away.toString())
                        .log("A round of a loop failed");
            }
            try {
                wake.sleep(pause);
            } catch (InterruptedException ended) {
                return;
            }
        }
    }
}
