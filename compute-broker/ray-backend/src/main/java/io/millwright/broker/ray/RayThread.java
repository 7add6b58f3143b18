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
 * The one thread that talks to Ray. Ray's native core ties its state to the thread that called first, and a call may hang
 * while the cluster is gone: callers wait for a while only.
 */
final class RayThread implements AutoCloseable {

    private final ExecutorService thread;

    RayThread(ClassLoader loader) {
        thread = Executors.newSingleThreadExecutor(work -> {
            var made = new Thread(work, "ray-driver");
            made.setDaemon(true);
            made.setContextClassLoader(loader);
            return made;
        });
    }

    <T> T call(Duration patience, Callable<T> work) throws ClusterException {
        var result = thread.submit(work);
        try {
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException hangs) {
            result.cancel(false);
            throw new ClusterException("Ray has not answered for %d seconds.".formatted(patience.toSeconds()), hangs);
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

    @Override
    public void close() {
        thread.shutdown();
    }
}
