package io.millwright.broker.agent;

import io.millwright.broker.agent.StopSignal.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Brings events to the gateway in order, numbered from 1, in batches: the first within {@link #GATHER_MILLIS} of its
 * happening, later ones as fast as the gateway takes them. An empty batch is a heartbeat. The gateway's answer brings the
 * order to cancel. While the gateway is away, events wait here, log lines only up to {@link #MAX_WAITING}.
 */
final class EventRelay implements Runnable {

    static final int MAX_WAITING = 20_000;

    private static final int MAX_BATCH = 2_000;
    private static final long GATHER_MILLIS = 60;

    private final Gateway gateway;
    private final StopSignal stop;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    private final Thread thread = new Thread(this, "event-relay");

    private long heartbeatMillis = 1_000;
    private long sequence;
    private long taken;
    private long sent;
    private long droppedLines;
    private boolean closed;

    EventRelay(Gateway gateway, StopSignal stop) {
        this.gateway = gateway;
        this.stop = stop;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Twice as often as the gateway asks: an order to cancel is heard with the answer. */
    void heartbeatEvery(long seconds) {
        lock.lock();
        try {
            heartbeatMillis = Math.max(250, seconds * 500);
        } finally {
            lock.unlock();
        }
    }

    void phase(String text) {
        add("phase", text);
    }

    void log(String line) {
        add("log", line);
    }

    void add(String type, String... fields) {
        long now = System.currentTimeMillis();
        lock.lock();
        try {
            if (type.equals("log") && waiting.size() >= MAX_WAITING) {
                droppedLines++;
                return;
            }
            if (droppedLines > 0 && waiting.size() < MAX_WAITING / 2) {
                String words = "(" + droppedLines + " lines were left out while the gateway was away)";
                droppedLines = 0;
                enqueue(now, "log", words);
            }
            enqueue(now, type, fields);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The number of the newest event; 0 before the first. */
    long newest() {
        lock.lock();
        try {
            return sequence;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the gateway has all events that happened before the call. */
    void flush() throws StoppedException {
        flush(newest());
    }

    /** Waits until the gateway has the events up to this number. */
    void flush(long number) throws StoppedException {
        lock.lock();
        try {
            while (!stop.silent() && sent < number) {
                changed.await(100, TimeUnit.MILLISECONDS);
            }
            if (stop.silent()) {
                throw new StoppedException();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } finally {
            lock.unlock();
        }
    }

    /** No more events, no more heartbeats. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        try {
            for (String batch = next(); batch != null; batch = next()) {
                if (send(batch).equals("cancel")) {
                    stop.raise(Reason.CANCELLED);
                }
            }
        } catch (StoppedException told) {
            // the signal says why
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String send(String batch) throws StoppedException {
        try {
            return gateway.post("events", batch.getBytes(StandardCharsets.UTF_8));
        } catch (AttemptFailure refused) {
            // a batch that is refused for what is in it must not end the work of hours
            System.err.println("The job gateway refused a batch of events: " + refused.getMessage());
            return "continue";
        }
    }

    private @Nullable String next() throws InterruptedException {
        lock.lock();
        try {
            sent = taken;
            changed.signalAll();
            long left = TimeUnit.MILLISECONDS.toNanos(heartbeatMillis);
            while (waiting.isEmpty() && left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
            if (closed && waiting.isEmpty()) {
                return null;
            }
            if (!waiting.isEmpty() && waiting.size() < MAX_BATCH && !closed) {
                gather();
            }
            var batch = new StringBuilder();
            for (int i = 0; i < MAX_BATCH && !waiting.isEmpty(); i++) {
                batch.append(waiting.remove());
            }
            taken = sequence - waiting.size();
            return batch.toString();
        } finally {
            lock.unlock();
        }
    }

    private void gather() throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(GATHER_MILLIS);
        while (left > 0 && waiting.size() < MAX_BATCH && !closed) {
            left = changed.awaitNanos(left);
        }
    }

    private void enqueue(long millis, String type, String... fields) {
        var line = new StringBuilder()
                .append(++sequence)
                .append('\t')
                .append(millis)
                .append('\t')
                .append(type);
        for (String field : fields) {
            line.append('\t');
            Escapes.append(line, field);
        }
        waiting.add(line.append('\n').toString());
    }
}
