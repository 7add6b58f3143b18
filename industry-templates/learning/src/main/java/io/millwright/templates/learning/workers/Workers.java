package io.millwright.templates.learning.workers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Works on many things side by side where none depends on another, so that the result is the same on any number of threads.
 */
public record Workers(int threads) {

    public Workers {
        threads = Math.max(1, threads);
    }

    /** As many as there are cores, but no more than there is memory for. */
    public static Workers of(int cores, int most) {
        return new Workers(Math.min(cores, most));
    }

    /** What is done with one of them. */
    @FunctionalInterface
    public interface Task {
        void run(int index) throws InterruptedException;
    }

    /** What is made of one of them. */
    @FunctionalInterface
    public interface Making<T> {
        T make(int index) throws InterruptedException;
    }

    /** Makes something of each index from 0; in their order. */
    public <T> List<T> map(int count, Making<T> making) throws InterruptedException {
        Map<Integer, T> made = new ConcurrentSkipListMap<>();
        each(count, index -> made.put(index, making.make(index)));
        return List.copyOf(made.values());
    }

    /** Does a task for each index from 0. */
    public void each(int count, Task task) throws InterruptedException {
        if (threads == 1 || count < 2) {
            for (int index = 0; index < count; index++) {
                stopWhenAsked();
                task.run(index);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Callable<Void> work = () -> {
            for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
                stopWhenAsked();
                task.run(index);
            }
            return null;
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Void>> same = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                same.add(work);
            }
            try {
                for (var done : pool.invokeAll(same)) {
                    done.get();
                }
            } catch (ExecutionException failed) {
                throw rethrown(failed.getCause());
            }
        }
    }

    private static void stopWhenAsked() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("asked to stop");
        }
    }

    private static InterruptedException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case InterruptedException stopped -> stopped;
            case RuntimeException fault -> throw fault;
            case Error fault -> throw fault;
            case null, default -> throw new IllegalStateException(cause);
        };
    }
}
