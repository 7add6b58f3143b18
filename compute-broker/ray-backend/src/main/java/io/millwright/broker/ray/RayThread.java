package io.millwright.broker.ray;

import io.millwright.broker.cluster.ClusterException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one thread that talks to Ray. Ray's native core ties its state to the thread that called first, and a call hangs while
 * the cluster is gone, and for ever when another cluster takes its place: callers wait for a while only, and learn at last
 * that this process has lost the cluster.
 */
final class RayThread implements AutoCloseable {

    private static final long IDLE = Long.MAX_VALUE;

    private final ExecutorService thread;
    private final Reach reach;
    private final Duration grace;
    private volatile long busySince = IDLE;
    private volatile boolean hangs;
    private long backSince = IDLE;

    /** @param grace how long a call may go on hanging once the cluster can be reached again */
    RayThread(ClassLoader loader, Reach reach, Duration grace) {
        this.reach = reach;
        this.grace = grace;
        thread = Executors.newSingleThreadExecutor(work -> {
            var made = new Thread(work, "ray-driver");
            made.setDaemon(true);
            made.setContextClassLoader(loader);
            return made;
        });
    }

    <T> T call(Duration patience, Callable<T> work) throws ClusterException {
        if (hangs) {
            refuseWhileHanging();
        }
        var result = thread.submit(() -> {
            busySince = System.nanoTime();
            try {
                return work.call();
            } finally {
                busySince = IDLE;
            }
        });
        try {
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            // What has not begun by now must not be done later: nobody waits for it any more.
            result.cancel(false);
            hangs = true;
            throw new ClusterException("Ray has not answered for %d seconds.".formatted(patience.toSeconds()), slow);
        } catch (ExecutionException failed) {
            var cause = failed.getCause() == null ? failed : failed.getCause();
            if (cause instanceof ClusterException known) {
                throw known;
            }
            throw new ClusterException("Ray cannot do it: " + cause, cause);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new ClusterException("The broker is ending.", ended);
        }
    }

    private synchronized void refuseWhileHanging() throws ClusterException {
        if (busySince == IDLE) {
            hangs = false;
            backSince = IDLE;
            return;
        }
        try {
            reach.require();
        } catch (ClusterException stillAway) {
            backSince = IDLE;
            throw stillAway;
        }
        long now = System.nanoTime();
        if (backSince == IDLE) {
            backSince = now;
        }
        if (now - backSince > grace.toNanos()) {
            throw ClusterException.lost("Ray is back, but this broker's connection to it is dead.");
        }
        throw new ClusterException("Ray is back; the broker waits for its connection.");
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
